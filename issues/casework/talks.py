"""开展协商: write down a talk, even a short one on a doorstep, with a matter (S14)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.moments import checked_moment
from issues.casework.parts import my_body
from issues.enums import DeadlineKind, MatterClass, Stage
from issues.inputs import FEWEST_HEADS, MOST_HEADS, Talk
from issues.models import Deliberation

WRITTEN = ("place", "participants", "said", "agreed", "dissent", "quorate_note")
RECORDED = ("participants", "said", "agreed", "dissent")


def write_talk(case: Case, actor: User, talk: Talk) -> None:
    """Add the talk to the case; it meets the clock of the talk owed in an urgent matter."""
    if talk.head_count < FEWEST_HEADS:
        raise Refused(_("A talk takes at least two."), field="head_count")
    if talk.head_count > MOST_HEADS:
        raise Refused(_("Count the heads again: those are too many."), field="head_count")
    said = {name: storable_text(getattr(talk, name), Deliberation, name) for name in WRITTEN}
    needs_finding = case.issue.matter_class in {MatterClass.HARD, MatterClass.MAJOR}
    if needs_finding and case.issue.stage == Stage.TOPIC:
        raise Refused(_("Write down a finding first: what was seen on the spot."))
    moment = checked_moment(case, talk.held_at, field="held_at")
    case.changes.activity.append(
        Deliberation(
            issue=case.issue,
            by=actor,
            body=my_body(case),
            kind=talk.kind,
            held_at=moment,
            venue=talk.venue,
            head_count=talk.head_count,
            quorate=talk.quorate,
            **said,
        )
    )
    for clock in deadlines.running(case, [DeadlineKind.TALK]):
        clock.met_at = moment
        case.changes.deadlines.append(clock)
    case.record(
        "deliberated",
        {"kind": talk.kind, "heads": talk.head_count, "quorate": talk.quorate},
        texts={name: said[name] for name in RECORDED},
        happened_at=moment,
    )
