"""What an agenda or a talk does to its matters, in the name of whoever prepares it.

A matter is locked after the sitting, never before, and several in ascending order. A rehearsal
touches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from council.casework.mandate import mandate_of, morning_of
from council.casework.planning import MeetingCase
from council.models import AgendaItem, Meeting
from council.queries.agenda import is_put_off_too, is_shown
from issues.actions.decide import decide
from issues.actions.postpone import postpone
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.take_off_agenda import take_off_agenda
from issues.enums.activity import DeliberationKind
from issues.enums.stages import Stage
from issues.inputs import Ruling, Talk
from issues.models import Issue


def came_on_agenda(case: MeetingCase, items: Iterable[AgendaItem]) -> None:
    """Put the matters of `items` on the agenda of a sitting that is called, again if it moves.

    That tells their followers. A matter that has ended, is not public or has no class yet is left
    alone: the agenda shows that.
    """
    actor, mandate = case.actor, mandate_of(case.meeting)
    assert actor is not None
    for item, issue in _matters(case, items):
        if issue.is_open and issue.stage != Stage.COLLECT and is_shown(item):
            at = case.meeting.starts_at
            put_on_agenda(issue, actor=actor, now=case.now, mandate=mandate, at=at)


def went_off_agenda(case: MeetingCase, items: Iterable[AgendaItem]) -> None:
    """Take the matters of `items` off the agenda, or put them off until `postponed_to`.

    It is also called for all items of a sitting that was recalled or cancelled.
    """
    actor, mandate = case.actor, mandate_of(case.meeting)
    assert actor is not None
    for item, issue in _matters(case, items):
        if item.postponed_to is not None and is_put_off_too(item):
            until = morning_of(item.postponed_to)
            postpone(issue, actor=actor, now=case.now, mandate=mandate, until=until)
        else:
            take_off_agenda([issue], actor=actor, now=case.now, mandate=mandate)


def talked_over(case: MeetingCase, item: AgendaItem, *, heads: int) -> None:
    """Count a talk on the spot as a talk of the matter. It needs no quorum, and names stay with it.

    If the matter was raised during the talk, the talk counts from that moment on.
    """
    for _item, issue in _matters(case, [item]):
        assert case.actor is not None
        talk = Talk(
            kind=DeliberationKind.SITTING,
            held_at=_talked_from(case.meeting, issue),
            venue=case.meeting.venue,
            place=case.meeting.place,
            head_count=heads,
            said=item.note,
        )
        decide(
            issue,
            actor=case.actor,
            now=case.now,
            mandate=mandate_of(case.meeting),
            talk=talk,
            ruling=Ruling(resolved=None, quorate=None),
        )


def _talked_from(meeting: Meeting, issue: Issue) -> datetime:
    assert meeting.opened_at is not None
    assert meeting.closed_at is not None
    is_within = meeting.opened_at < issue.raised_at <= meeting.closed_at
    return issue.raised_at if is_within else meeting.opened_at


def _matters(case: MeetingCase, items: Iterable[AgendaItem]) -> Iterator[tuple[AgendaItem, Issue]]:
    if case.meeting.rehearsal:
        return
    with_matter = [(item, item.issue) for item in items if item.issue is not None]
    yield from sorted(with_matter, key=lambda pair: pair[1].pk)
