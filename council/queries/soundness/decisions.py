"""Decisions: that they fit their vote, act on their matter, and that bodies were asked and told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q

from council.enums.decisions import PledgeState
from council.models import Council, Pledge, Resolution
from council.queries.soundness.check import LATE, Check, of_sittings
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import BEFORE_DELIVERY
from issues.enums.turns import Level, TurnRole
from issues.models import Assignment, Deadline, Deliberation, Issue
from issues.queries.policy import policy_in_force
from ledger.models import Entry

ITEM = "resolution__item"
RECORDED = {
    PledgeState.ACCEPTED: "council.pledge_accepted",
    PledgeState.EXPIRED: "council.pledge_expired",
    PledgeState.DECLINED: "council.pledge_declined",
    PledgeState.LAPSED: "council.pledge_lapsed",
}


def _against_their_vote(now: datetime) -> list[str]:
    fits = Q(vote__motion__item=F("item"), vote__adopted=F("adopted"))
    rows = Resolution.objects.filter(vote__isnull=False).exclude(fits)
    return of_sittings(rows, "item__meeting")


def _without_effect(now: datetime) -> list[str]:
    talk = Deliberation.objects.filter(
        issue=OuterRef("item__issue"), sitting=OuterRef("item__meeting__uid")
    )
    rows = Resolution.objects.filter(item__issue__isnull=False, item__meeting__rehearsal=False)
    return of_sittings(rows.exclude(Exists(talk)), "item__meeting")


def _unanswered(now: datetime) -> list[str]:
    rows = Pledge.objects.filter(state=PledgeState.ASKED, answer_by__lt=now - LATE)
    return of_sittings(rows, f"{ITEM}__meeting")


def _unrecorded(now: datetime) -> Iterable[str]:
    """The record of the council tells each answer, and each silence that was told above."""
    asked = Pledge.objects.filter(**{f"{ITEM}__meeting__rehearsal": False}).order_by()
    council = f"{ITEM}__meeting__council"
    counted = asked.values_list(council, "state").annotate(number=Count("pk"))
    for key, state, number in counted.filter(state__in=RECORDED):
        row = Council.objects.select_related("body").get(pk=key)
        entries = Entry.objects.filter(stream__name=row.stream, kind=RECORDED[PledgeState(state)])
        if entries.count() < number:
            yield f"council {row.body.code}"


def _other_promise(now: datetime) -> list[str]:
    same = Q(commitment__issue=F(f"{ITEM}__issue"), commitment__body=F("body"))
    rows = Pledge.objects.filter(commitment__isnull=False).exclude(same)
    return of_sittings(rows, f"{ITEM}__meeting")


def _no_agenda_clock(now: datetime) -> list[str]:
    """A major matter at its community has come on an agenda, missed it, or waits for one."""
    rule = policy_in_force(now).find(
        MatterClass.MAJOR, Level.COMMUNITY, TurnRole.LEAD, DeadlineKind.AGENDA
    )
    if rule is None:
        return []
    lead = Assignment.objects.current().lead().filter(issue=OuterRef("pk"))
    clocks = Deadline.objects.filter(
        issue=OuterRef("pk"), kind=DeadlineKind.AGENDA, void_at=None, assignment__left_at=None
    )
    rows = Issue.objects.filter(
        Exists(lead.filter(level=Level.COMMUNITY)),
        matter_class=MatterClass.MAJOR,
        stage__in=BEFORE_DELIVERY,
        category__private=False,
        private_wish=False,
    )
    named = rows.exclude(Exists(clocks)).order_by("pk").values_list("reference", flat=True)
    return [f"matter {reference}" for reference in named]


DECISIONS = (
    Check("has a decision that does not fit its vote", _against_their_vote),
    Check("has decided on a matter that knows nothing of it", _without_effect),
    Check("asked a body that did not answer in time, and nobody above was told", _unanswered),
    Check("asked bodies that answered, or said nothing, more often than is recorded", _unrecorded),
    Check("holds a promise of another body, or for another matter", _other_promise),
    Check("must come on an agenda, but no clock says until when", _no_agenda_clock),
)
