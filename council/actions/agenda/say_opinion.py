"""Somebody says what they think of an item, before the sitting or after it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.acts.closed import refuse_closed
from council.acts.meetings import MEETING_ACTS
from council.casework.public_words import spoken_text
from council.enums.agenda import ItemState, OpinionMoment, Stance
from council.enums.meetings import MEETING_HELD, MeetingState
from council.enums.planning import MeetingAct
from council.models import AgendaItem, Meeting, Opinion
from council.queries.agenda import is_shown
from council.queries.meetings import meeting_again, planning_facts
from council.queries.viewer import viewer_of
from grids.queries.standing import standing_of


def say_opinion(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    item: UUID,
    stance: Stance,
    words: str = "",
) -> Opinion:
    """One of each person before and after; saying it again changes it.

    The words are read by chair, recorder and the one who wrote them; stances are counted. Neither
    stands in the record.
    """
    with transaction.atomic():
        # Others may say theirs meanwhile; only the end of the sitting waits.
        Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
        row = meeting_again(meeting.pk)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        facts = planning_facts(row, viewer, now=now)
        refuse_closed(MEETING_ACTS[MeetingAct.OPINION], viewer, facts)
        found = AgendaItem.objects.filter(meeting=row, uid=item).exclude(state=ItemState.DROPPED)
        asked = found.select_related("issue__category").first()
        if asked is None or not is_shown(asked):
            raise Refused(_("This item is not on the agenda any more."))
        opinion, _new = Opinion.objects.update_or_create(
            item=asked,
            person=actor,
            moment=moment_of(MeetingState(row.state)),
            defaults={
                "stance": stance,
                "words": spoken_text(words, Opinion, "words"),
                "at": now,
            },
        )
        return opinion


def moment_of(state: MeetingState) -> OpinionMoment:
    return OpinionMoment.AFTER if state in MEETING_HELD else OpinionMoment.BEFORE
