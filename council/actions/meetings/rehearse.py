"""试一次: run the sitting on the real table with invented people; nothing of it is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from council.acts.closed import refuse_closed
from council.acts.meetings import MEETING_ACTS
from council.casework.rehearsals import throw_away
from council.enums.agenda import ItemReason, ItemState
from council.enums.meetings import MeetingKind, MeetingState, RollStanding
from council.enums.members import SeatKind
from council.enums.planning import MeetingAct
from council.models import AgendaItem, Meeting, Roll
from council.queries.meetings import meeting_again, planning_facts
from council.queries.viewer import viewer_of
from grids.queries.standing import standing_of

LASTS = timedelta(hours=2)


def rehearse(meeting: Meeting, *, actor: User, now: datetime) -> Meeting:
    """With the titles of its agenda, none of its matters, and `actor` at the table.

    Whoever rehearses again begins anew: the last rehearsal of theirs is thrown away.
    """
    with transaction.atomic():
        before = Q(convened_by=actor, rehearsal=True)
        sittings = Meeting.objects.filter(Q(pk=meeting.pk) | before).order_by("pk")
        list(sittings.select_for_update(of=("self",)).values_list("pk"))
        meeting = meeting_again(meeting.pk)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        facts = planning_facts(meeting, viewer, now=now)
        refuse_closed(MEETING_ACTS[MeetingAct.REHEARSE], viewer, facts)
        throw_away(Meeting.objects.filter(before))
        made = Meeting.objects.create(
            council=meeting.council,
            kind=MeetingKind.INSTANT,
            manner=meeting.manner,
            state=MeetingState.DRAFT,
            title=meeting.title,
            rehearsal=True,
            starts_at=now,
            ends_at=now + LASTS,
            convened_by=actor,
            convener=meeting.convener,
            recorder=actor,
            speech_seconds=meeting.speech_seconds,
            speeches_each=meeting.speeches_each,
        )
        _invent_people(made)
        _copy_titles(meeting, made)
    return made


def _invent_people(meeting: Meeting) -> None:
    kinds = list(SeatKind)
    Roll.objects.bulk_create(
        Roll(
            meeting=meeting,
            name=name,
            kind=kinds[at % len(kinds)],
            standing=RollStanding.MEMBER,
            position=at,
        )
        for at, name in enumerate(_names())
    )


def _names() -> tuple[str, ...]:
    """Nobody is called so."""
    return (
        _("Miss Locust"),
        _("Grandpa Willow"),
        _("Auntie Lotus"),
        _("Uncle Bamboo"),
        _("Teacher Pine"),
        _("Master Elm"),
        _("Doctor Plum"),
        _("Neighbour Poplar"),
        _("Granny Osmanthus"),
    )


def _copy_titles(meeting: Meeting, made: Meeting) -> None:
    kept = AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)
    titles = [(item.title, item.minutes_planned) for item in kept.order_by("position")]
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=made,
            title=title,
            why=ItemReason.BY_HAND,
            position=at,
            minutes_planned=minutes,
        )
        for at, (title, minutes) in enumerate(titles or [(_("Something to try"), 10)], start=1)
    )
