"""Whether a sitting is called early enough for what is on its agenda."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import ngettext

from acting.refusals import Refused
from clocks.dates import day_words
from council.casework.planning import MeetingCase
from council.casework.public_words import official_text
from council.enums.agenda import ItemState
from council.models import AgendaItem, Meeting
from council.queries.notice import NoticeNeeded, notice_for


def check_notice(case: MeetingCase, starts_at: datetime, *, reason: str) -> None:
    """Too late is refused, unless a reason says why it can't wait. Raises Refused."""
    meeting = case.meeting
    items = AgendaItem.objects.filter(meeting=meeting, state=ItemState.WAITING)
    classes = [found or "" for found in items.values_list("issue__matter_class", flat=True)]
    notice = notice_for(meeting.council, classes, now=case.now)
    if starts_at >= notice.earliest:
        meeting.short_notice_because = ""
        return
    reason = official_text(reason, Meeting, "short_notice_because", field="reason")
    if not reason:
        raise Refused(_too_late(notice, case.now), field="reason")
    meeting.short_notice_because = reason


def _too_late(notice: NoticeNeeded, now: datetime) -> str:
    sentence = ngettext(
        "What is on its agenda needs {count} working day of notice: called now, it can be on "
        "{day} at the earliest. Change the day, or write down why it can't wait.",
        "What is on its agenda needs {count} working days of notice: called now, it can be on "
        "{day} at the earliest. Change the day, or write down why it can't wait.",
        notice.working_days,
    )
    return sentence.format(count=notice.working_days, day=day_words(notice.day, now))
