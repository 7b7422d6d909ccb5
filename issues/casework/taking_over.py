"""What a matter takes over when it is merged with another or split off: no date gets later by it.

Merging is no way out of a clock. The matter that goes on takes the stricter class, the earlier
dates, the earlier promise and what is owed besides; its record says so.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from acting.refusals import Refused
from issues.casework import deadlines
from issues.casework.agenda import follow_class
from issues.casework.case import Case
from issues.casework.class_clocks import recompute
from issues.casework.earlier_dates import keep_own, own_terms, take_clock
from issues.casework.joints_kept import take_joints
from issues.casework.moving_up import move_up
from issues.casework.promises_kept import take_promises
from issues.casework.stage import move_to
from issues.casework.turns import open_lead, waits_for_a_lead
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import STRICTER, TALKED_OVER, MatterClass
from issues.enums.stages import BEFORE_DELIVERY, Stage
from issues.enums.turns import Level, TurnCause
from issues.queries.asked_of_turn import was_answered

# The clocks that are taken over. RECEIVE matters only while `case` itself is not taken in.
TAKEN = (
    DeadlineKind.RECEIVE,
    DeadlineKind.RESPOND,
    DeadlineKind.AGENDA,
    DeadlineKind.RESOLVE,
    DeadlineKind.TALK,
    DeadlineKind.SUPERVISED,
    DeadlineKind.DISPATCH,
)
UPWARDS = tuple(Level)


def take_over(case: Case, other: Case) -> dict[str, Any]:
    """Take class, dates and duties of `other` into `case`; return what was taken, for the record.

    The turns of `other` still run. Raises Refused if it is too late for the stricter class.
    """
    mine, taken = own_terms(case), dict[str, Any]()
    if _is_behind(case, other):
        open_lead(case, other.lead.body, Level(other.issue.level), TurnCause.MERGED)
        taken["level"] = other.issue.level
    if _takes_class(case, other):
        taken["class"] = case.issue.matter_class
    # First, so that the other's dates are compared with what was promised here.
    kept = keep_own(case, mine)
    taken |= take_dates(case, other)
    if kept:
        taken["clocks"] = kept | taken.get("clocks", {})
    return taken


def take_dates(case: Case, other: Case) -> dict[str, Any]:
    """Take only dates and promises; `case` keeps its own class."""
    taken: dict[str, Any] = {}
    for kind in TAKEN:
        if (due := take_clock(case, other, kind)) is not None:
            taken.setdefault("clocks", {})[kind.value] = due.isoformat()
    if not deadlines.running(case, [DeadlineKind.RESPOND]) and not was_answered(other.lead):
        deadlines.start(case, DeadlineKind.RESPOND)
    deadlines.follow_lead(case)
    if _takes_first_promise(case, other):
        taken["promised"] = True
    if take_promises(case, other):
        taken["promises"] = True
    # After the lead's dates: the parts' results are due with those, unless they were due before.
    if bodies := take_joints(case, other):
        taken["joints"] = bodies
    return taken


def _is_behind(case: Case, other: Case) -> bool:
    """The other has gone further up, or has its lead where this one still waits for one."""
    mine, theirs = UPWARDS.index(Level(case.issue.level)), UPWARDS.index(Level(other.issue.level))
    if mine != theirs:
        return mine < theirs
    return waits_for_a_lead(case, case.lead) and not waits_for_a_lead(other, other.lead)


def _takes_class(case: Case, other: Case) -> bool:
    mine, theirs = case.issue.matter_class, other.issue.matter_class
    if STRICTER.index(theirs) <= STRICTER.index(mine):
        return False
    if case.issue.stage not in BEFORE_DELIVERY and theirs in TALKED_OVER:
        raise Refused(
            _("That one is at being carried out, and this one must be talked over first."),
            field="into",
        )
    case.issue.matter_class = theirs
    if case.issue.category is None:
        case.issue.category = other.issue.category
    case.touch()
    recompute(case, mine)
    follow_class(case)
    if case.issue.stage == Stage.COLLECT and other.issue.stage != Stage.COLLECT:
        move_to(case, Stage.TOPIC)
    if theirs == MatterClass.MAJOR and case.issue.level == Level.GRID:
        move_up(case, TurnCause.BELONGS)
    return True


def _takes_first_promise(case: Case, other: Case) -> bool:
    """The first date that a resident was given, and the hotline's, if they are earlier."""
    earlier = False
    for name in ("promised_by", "outside_due_at"):
        mine, theirs = getattr(case.issue, name), getattr(other.issue, name)
        # The hotline's date takes the place of ours, so one that is later would be a delay.
        limit = mine or (_result_due(case) if name == "outside_due_at" else None)
        if theirs is not None and (limit is None or theirs < limit):
            setattr(case.issue, name, theirs)
            case.touch()
            earlier = True
    return earlier


def _result_due(case: Case) -> datetime | None:
    clocks = deadlines.running(case, [DeadlineKind.RESOLVE], turn=case.lead)
    return clocks[0].due_at if clocks else None
