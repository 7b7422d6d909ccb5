"""The sitting that follows another, with what was put off to it on its agenda."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused, Unavailable
from clocks.dates import day_words
from council.casework.agenda import add_at_the_end, put_matter_on
from council.casework.new_draft import draft_sitting
from council.casework.planning import MeetingCase
from council.enums.agenda import ItemReason
from council.facts.viewer import Viewer
from council.inputs import SittingPlan
from council.models import Meeting
from council.queries.next_sitting import items_left, next_of


def draft_next(
    meeting: Meeting, plan: SittingPlan, *, actor: User, viewer: Viewer, now: datetime
) -> Meeting:
    """Plan the sitting that follows `meeting`. Raises Refused if one follows already.

    The caller has locked `meeting` and the venue of the plan.
    """
    known = next_of(meeting)
    if known is not None:
        day = day_words(timezone.localdate(known.starts_at), now)
        raise Refused(_("The next sitting is booked already: {day}.").format(day=day))
    case = draft_sitting(
        meeting.council, plan, actor=actor, viewer=viewer, now=now, follows=meeting
    )
    _take_over(case, meeting, timezone.localdate(case.meeting.starts_at))
    case.changes.write_record()
    return case.meeting


def _take_over(case: MeetingCase, earlier: Meeting, day: date) -> None:
    """What can't come on a public agenda any more, or not under this chair, stays off."""
    for item in items_left(earlier, by=day):
        why, minutes = ItemReason(item.why), item.minutes_planned
        try:
            if item.issue is not None:
                put_matter_on(case, item.issue, why=why, minutes=minutes)
            else:
                add_at_the_end(case, title=item.title, why=why, minutes=minutes)
        except Unavailable:
            raise
        except Refused:
            continue
