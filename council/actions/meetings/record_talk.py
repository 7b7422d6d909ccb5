"""记一次议事: a talk on the spot is written down, in under a minute, also afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import as_stored, cut
from acting.queries.sent_already import sent_already
from acting.refusals import Refused
from council.actions.agenda.put_on import matter_named
from council.casework.agenda import check_matter
from council.casework.council import lock_council
from council.casework.first_draft import write_draft
from council.casework.matters import talked_over
from council.casework.new_meeting import case_of, write_those_there
from council.casework.planning import MeetingCase
from council.casework.public_words import spoken_text
from council.enums.agenda import ItemReason, ItemState
from council.enums.meetings import MeetingKind, MeetingState
from council.facts.viewer import Viewer
from council.inputs import TalkOnTheSpot
from council.models import AgendaItem, Council, Meeting
from council.queries.councils import facts_of_council
from council.queries.state import state_of_meeting
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from council.rules.meetings import records_talk
from grids.queries.standing import standing_of

# Whoever remembers no better than that remembers nothing.
LONGEST_AGO = timedelta(days=31)
MOST_MINUTES = 480
MINUTE = timedelta(minutes=1)


def record_talk(council: Council, *, actor: User, now: datetime, talk: TalkOnTheSpot) -> Meeting:
    """No notice, no call: it is over, with its roll, its item and what was said.

    The same words about the same, of the same hour, are the talk that is there.
    """
    with transaction.atomic():
        council = lock_council(council)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        if not council.active or not records_talk(viewer, facts_of_council(council)):
            raise NotYours
        _check(talk, now)
        meeting = _meeting(council, actor, talk, now)
        case = case_of(meeting, actor, viewer, now)
        item = _item(case, talk, viewer)
        if (same := _written(meeting, item)) is not None:
            return same
        meeting.title = _title(item)
        meeting.save()
        item.meeting = meeting
        item.save()
        heads = write_those_there(meeting, item, talk, by=actor)
        case.record("talk_written")
        case.changes.write_record()
        talked_over(case, item, heads=heads)
        write_draft(state_of_meeting(meeting, now=now), now=now)
    return meeting


def _written(meeting: Meeting, item: AgendaItem) -> Meeting | None:
    talks = Meeting.objects.filter(
        council=meeting.council, recorder=meeting.recorder, kind=MeetingKind.INSTANT
    )
    about = {"items__issue": item.issue, "items__title": item.title, "items__note": item.note}
    return sent_already(talks, about, near=("starts_at", meeting.starts_at))


def _title(item: AgendaItem) -> str:
    """It is kept, and a matter may go private later: `Meeting.name` says what that is about."""
    if item.issue is None:
        return cut(item.title, 80)
    with translation.override(settings.LANGUAGE_CODE):
        return _("Talk on the spot")


def _check(talk: TalkOnTheSpot, now: datetime) -> None:
    if talk.began_at > now:
        raise Refused(_("This moment is still to come."), field="began_at")
    if talk.began_at < now - LONGEST_AGO:
        raise Refused(_("That is more than a month ago."), field="began_at")
    if not 1 <= talk.minutes <= MOST_MINUTES:
        raise Refused(_("A talk takes between 1 and 480 minutes."), field="minutes")


def _meeting(council: Council, actor: User, talk: TalkOnTheSpot, now: datetime) -> Meeting:
    """Written down while they still sit, it is over with that."""
    ends_at = min(talk.began_at + timedelta(minutes=talk.minutes), max(now, talk.began_at + MINUTE))
    return Meeting(
        council=council,
        kind=MeetingKind.INSTANT,
        state=MeetingState.CLOSED,
        starts_at=talk.began_at,
        ends_at=ends_at,
        opened_at=talk.began_at,
        closed_at=ends_at,
        venue=talk.venue,
        place=spoken_text(talk.place, Meeting, "place"),
        convened_by=actor,
        convener=council.body,
        recorder=actor,
        quorum_numerator=council.quorum_numerator,
        quorum_denominator=council.quorum_denominator,
    )


def _item(case: MeetingCase, talk: TalkOnTheSpot, viewer: Viewer) -> AgendaItem:
    meeting = case.meeting
    missing = _("Write down in a sentence what was said.")
    item = AgendaItem(
        why=ItemReason.BY_HAND,
        position=1,
        minutes_planned=min(talk.minutes, 240),
        state=ItemState.DONE,
        note=spoken_text(talk.note, AgendaItem, "note", missing=missing),
        began_at=meeting.opened_at,
        ended_at=meeting.closed_at,
    )
    if as_stored(talk.reference):
        issue = matter_named(case, talk.reference)
        check_matter(case, issue)
        item.issue, item.title = issue, issue.public_title or cut(issue.public_text.strip(), 60)
    else:
        missing = _("Give the number of a matter, or say what it is about.")
        item.title = spoken_text(talk.title, AgendaItem, "title", missing=missing)
    return item
