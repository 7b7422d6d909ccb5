"""The sitting that follows another, with what was put off to it on its agenda."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from clocks.dates import day_words
from council.casework.agenda import take_over
from council.casework.new_draft import draft_sitting
from council.facts.viewer import Viewer
from council.inputs import SittingPlan
from council.models import Meeting
from council.queries.next_sitting import items_left, next_of
from grids.actions.record_and_tell import RecordedAndTold


def draft_next(
    meeting: Meeting,
    plan: SittingPlan,
    *,
    actor: User,
    viewer: Viewer,
    now: datetime,
    into: RecordedAndTold | None = None,
) -> Meeting:
    """Plan the sitting that follows `meeting`. Raises Refused if one follows already.

    The caller has locked `meeting` and the venue of the plan. What is recorded goes `into` what
    closes it, if the same press does.
    """
    known = next_of(meeting)
    if known is not None:
        day = day_words(timezone.localdate(known.starts_at), now)
        raise Refused(_("The next sitting is booked already: {day}.").format(day=day))
    case = draft_sitting(
        meeting.council, plan, actor=actor, viewer=viewer, now=now, follows=meeting
    )
    take_over(case, items_left(meeting, by=timezone.localdate(case.meeting.starts_at)))
    if into is None:
        case.changes.write_record()
    else:
        case.changes.hand_over(into)
    return case.meeting
