"""What a decision does to its matter."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from clocks.hours import SHANGHAI
from council.casework.table import TableCase
from council.enums.decisions import Effect
from council.models import AgendaItem, Meeting, MeetingCouncil, Resolution
from issues.actions.decide import decide
from issues.actions.postpone import postpone
from issues.actions.take_off_agenda import take_off_agenda
from issues.enums import CouncilAsks
from issues.inputs import Talk
from issues.mandate import Mandate

ASKS = {Effect.PUSH_UP: CouncilAsks.PUSH_UP, Effect.SETTLED: CouncilAsks.SETTLE}
RESOLVES = frozenset({Effect.TO_DELIVER, *ASKS})
MORNING = time(9, 0)


def mandate_of(meeting: Meeting) -> Mandate:
    """What the matter learns of the council: its bodies, and the sitting."""
    joined = MeetingCouncil.objects.filter(meeting=meeting)
    return Mandate(
        body_id=meeting.council.body_id,
        sitting=meeting.uid,
        joint=frozenset(joined.values_list("council__body_id", flat=True)),
    )


def carry_out(case: TableCase, resolution: Resolution) -> None:
    """The matter is locked after the sitting, never before. A rehearsal touches nothing."""
    item = resolution.item
    if item.issue is None or case.meeting.rehearsal or case.actor is None:
        return
    mandate = mandate_of(case.meeting)
    decide(
        item.issue,
        actor=case.actor,
        now=case.now,
        mandate=mandate,
        talk=_talk(case, item, resolution),
        resolved=_resolved(resolution),
        quorate=resolution.quorate,
        owners_note=resolution.owners_note,
        assembly_note=resolution.assembly_note,
        asks=ASKS.get(Effect(resolution.effect)) if resolution.adopted else None,
    )
    if resolution.postponed_to is not None:
        put_off_matter(case, item, resolution.postponed_to)


def _resolved(resolution: Resolution) -> bool | None:
    """What is put off or only noted was talked over: it lets no major matter be carried out.

    What a family agreed on without a vote is a resolution like any other.
    """
    if not resolution.adopted:
        return False
    return True if resolution.effect in RESOLVES else None


def put_off_matter(case: TableCase, item: AgendaItem, day: date) -> None:
    """Its clock of the agenda runs until that morning."""
    if item.issue is None or case.meeting.rehearsal or case.actor is None:
        return
    until = timezone.make_aware(datetime.combine(day, MORNING), SHANGHAI)
    mandate = mandate_of(case.meeting)
    postpone(item.issue, actor=case.actor, now=case.now, mandate=mandate, until=until)


def not_reached(case: TableCase) -> None:
    """What was on the agenda and did not come up waits for the next one, by its clock."""
    if case.meeting.rehearsal or case.actor is None:
        return
    mandate = mandate_of(case.meeting)
    waiting = [item.issue for item in case.state.items_waiting if item.issue is not None]
    for issue in sorted(waiting, key=lambda issue: issue.pk):
        take_off_agenda(issue, actor=case.actor, now=case.now, mandate=mandate)


def _talk(case: TableCase, item: AgendaItem, resolution: Resolution) -> Talk:
    """Names stay with the sitting; the matter learns how many were there."""
    present = sum(line.is_present for line in case.state.roll)
    return Talk(
        held_at=case.at,
        venue=case.meeting.venue,
        place=case.meeting.place,
        head_count=max(2, present),
        said=item.note,
        agreed=resolution.text,
        dissent=resolution.minority,
    )
