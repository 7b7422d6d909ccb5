"""开展协商: write down a talk, even a short one on a doorstep, with a matter (S14)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from grids.models import Body
from issues.casework import asks, deadlines
from issues.casework.case import Case
from issues.casework.moments import checked_moment
from issues.casework.turn_of_actor import my_body
from issues.duties import before_talk
from issues.enums.deadlines import DeadlineKind
from issues.inputs import FEWEST_HEADS, MOST_HEADS, Talk
from issues.models import Deliberation

WRITTEN = ("place", "participants", "said", "agreed", "dissent", "quorate_note")
RECORDED = ("participants", "said", "agreed", "dissent")


def write_talk(case: Case, actor: User, talk: Talk) -> None:
    """Add the talk to the case, in the name of the body that the actor speaks for."""
    held = talk_held(case, actor, talk, body=my_body(case))
    case.record(
        "deliberated",
        {"kind": held.kind, "heads": held.head_count, "quorate": held.quorate},
        texts={name: getattr(held, name) for name in RECORDED},
        happened_at=held.held_at,
    )


def talk_held(case: Case, actor: User, talk: Talk, *, body: Body) -> Deliberation:
    """Add the talk as a row; it meets the clock of the talk owed in an urgent matter."""
    if talk.head_count < FEWEST_HEADS:
        raise Refused(_("A talk takes at least two."), field="head_count")
    if talk.head_count > MOST_HEADS:
        raise Refused(_("Count the heads again: those are too many."), field="head_count")
    said = {name: storable_text(getattr(talk, name), Deliberation, name) for name in WRITTEN}
    missing = before_talk(case.facts)
    if missing:
        raise Refused(missing)
    held = Deliberation(
        issue=case.issue,
        by=actor,
        body=body,
        kind=talk.kind,
        held_at=checked_moment(case, talk.held_at, field="held_at"),
        venue=talk.venue,
        head_count=talk.head_count,
        quorate=talk.quorate,
        **said,
    )
    case.changes.activity.append(held)
    _meet_talk(case, held.held_at)
    return held


def _meet_talk(case: Case, moment: datetime) -> None:
    for clock in deadlines.running(case, [DeadlineKind.TALK]):
        clock.met_at = moment
        case.changes.deadlines.append(clock)
    for turn in case.current():
        asks.done(case, asks.asked_of(turn, DeadlineKind.TALK))
    deadlines.make_good(case, [DeadlineKind.TALK])
