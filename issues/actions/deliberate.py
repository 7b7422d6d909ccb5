"""开展协商: write down a talk, a doorstep one too (S14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from grids.models import Venue
from issues.actions import deadlines
from issues.actions.case import Case, opened
from issues.actions.moments import happened
from issues.actions.parts import my_body
from issues.actions.stage import move_to
from issues.actions.tell import tell_resident
from issues.duties import may_still_talk
from issues.enums import Act, DeadlineKind, DeliberationKind, MatterClass, Stage
from issues.models import Deliberation, Issue
from issues.refusals import WrongStage

FEWEST, MOST = 2, 9999
WRITTEN = ("place", "participants", "said", "agreed", "dissent", "quorate_note")
RECORDED = ("participants", "said", "agreed", "dissent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One member or grid worker plus a party is enough: two heads."""

    kind: DeliberationKind = DeliberationKind.DOORSTEP
    held_at: datetime | None = None
    venue: Venue | None = None
    place: str = ""
    participants: str = ""
    head_count: int = FEWEST
    said: str = ""
    agreed: str = ""
    dissent: str = ""
    quorate: bool | None = None
    quorate_note: str = ""


def deliberate(
    issue: Issue, *, actor: User, now: datetime, talk: Talk, seen: int | None = None
) -> Issue:
    """Record a talk; for hard and major matters, after a finding, it begins the deliberating."""
    with opened(issue, Act.DELIBERATE, actor=actor, now=now, seen=seen) as case:
        if not may_still_talk(case.facts):
            raise WrongStage
        if not (talk.said.strip() or talk.agreed.strip()):
            raise Refused(_("Write down what was said or agreed."), field="said")
        write_talk(case, actor, talk)
        if case.issue.stage == Stage.INVESTIGATE:
            move_to(case, Stage.DELIBERATE)
        tell_resident(case, "deliberated", sms=False)
        return case.issue


def write_talk(case: Case, actor: User, talk: Talk) -> None:
    """Add the talk to the case; a talk meets the clock of an urgent matter."""
    if talk.head_count < FEWEST:
        raise Refused(_("A talk takes at least two."), field="head_count")
    if talk.head_count > MOST:
        raise Refused(_("Count the heads again: those are too many."), field="head_count")
    said = {name: storable_text(getattr(talk, name), Deliberation, name) for name in WRITTEN}
    needs_finding = case.issue.matter_class in {MatterClass.HARD, MatterClass.MAJOR}
    if needs_finding and case.issue.stage == Stage.TOPIC:
        raise Refused(_("Write down a finding first: what was seen on the spot."))
    moment = happened(case, talk.held_at, field="held_at")
    case.changes.doings.append(
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
