"""The calendar of sittings as a list by day, and one sitting as a card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from clocks.dates import day_words, moment_words, month_words, time_words
from council.addresses import address_of_meeting, address_of_minutes
from council.enums.meetings import MEETING_HELD, MeetingKind, MeetingState
from council.models import Council, Meeting
from council.queries.sittings import Month

STATES: dict[str, str | Promise] = {
    MeetingState.DRAFT: gettext_lazy("Draft: nobody has been told"),
    MeetingState.OPEN: gettext_lazy("Sitting now"),
    MeetingState.PAUSED: gettext_lazy("Sitting now, in a pause"),
    MeetingState.CLOSED: gettext_lazy("Held; the minutes are being written"),
    MeetingState.MINUTED: gettext_lazy("Held; the minutes are being signed"),
    MeetingState.SIGNED: gettext_lazy("Held; the minutes are signed"),
    MeetingState.PUBLISHED: gettext_lazy("Held; the minutes are published"),
    MeetingState.CANCELLED: gettext_lazy("Cancelled"),
}
RECALLED = gettext_lazy("The call was taken back; it is planned anew")
MISSED = gettext_lazy("Its time is over and it was not opened")


def state_words(meeting: Meeting, now: datetime) -> str:
    """What is said of its state in a list; nothing of a sitting that is simply to come."""
    if meeting.state == MeetingState.DRAFT and meeting.calls:
        return str(RECALLED)
    if meeting.state == MeetingState.CALLED:
        return str(MISSED) if meeting.ends_at < now else ""
    return str(STATES[meeting.state])


def times_of(meeting: Meeting, now: datetime) -> str:
    """`15:00 to 17:00`; over midnight with the day on which it ends."""
    begins, ends = (timezone.localtime(one) for one in (meeting.starts_at, meeting.ends_at))
    end = time_words(ends)
    if ends.date() != begins.date():
        end = moment_words(ends, now)
    return pgettext("times", "{begins} to {ends}").format(begins=time_words(begins), ends=end)


def card_of(meeting: Meeting, now: datetime) -> dict[str, Any]:
    items = vars(meeting).get("item_count", 0)
    about = [
        meeting.council.name,
        meeting.where,
        ngettext("{count} item", "{count} items", items).format(count=items) if items else "",
        str(MeetingKind(meeting.kind).label) if meeting.kind != MeetingKind.PLANNED else "",
    ]
    return {
        "url": address_of_meeting(meeting),
        "title": meeting.name,
        "iso": meeting.starts_at.isoformat(),
        "day": day_words(timezone.localdate(meeting.starts_at), now),
        "time": times_of(meeting, now),
        "meta": " · ".join(part for part in about if part),
        "state": state_words(meeting, now),
        "is_running": meeting.is_running,
        "is_cancelled": meeting.state == MeetingState.CANCELLED,
        "is_draft": meeting.state == MeetingState.DRAFT,
        "minutes_url": minutes_url(meeting),
        "because": meeting.cancelled_because if meeting.state == MeetingState.CANCELLED else "",
    }


def minutes_url(meeting: Meeting, *, inside: bool = False) -> str:
    """Once they are published; for those who write or sat in it as soon as it is over."""
    readable = MEETING_HELD if inside else {MeetingState.PUBLISHED}
    return address_of_minutes(meeting) if MeetingState(meeting.state) in readable else ""


def by_day(meetings: Sequence[Meeting], now: datetime) -> list[dict[str, Any]]:
    days: dict[date, list[dict[str, Any]]] = {}
    for meeting in meetings:
        day = timezone.localdate(meeting.starts_at)
        days.setdefault(day, []).append(card_of(meeting, now))
    today = timezone.localdate(now)
    return [
        {
            "day": day_words(day, today),
            "iso": day.isoformat(),
            "is_today": day == today,
            "sittings": cards,
        }
        for day, cards in days.items()
    ]


def calendar_context(
    month: Month,
    meetings: Sequence[Meeting],
    running: Sequence[Meeting],
    councils: Sequence[Council],
    *,
    asked: dict[str, str],
    now: datetime,
) -> dict[str, Any]:
    """`asked` are the filters, which every link keeps."""
    return {
        "month": month_words(month.first),
        "month_value": f"{month.first:%Y-%m}",
        "is_this_month": month.first == timezone.localdate(now).replace(day=1),
        "earlier_url": link(asked, month.before),
        "later_url": link(asked, month.after),
        "now_url": link(asked, None),
        "days": by_day(meetings, now),
        "running": [card_of(meeting, now) for meeting in running],
        "councils": [
            {
                "code": council.body.code,
                "name": council.name,
                "chosen": council.body.code == asked.get("council"),
            }
            for council in councils
        ],
        "asked": asked,
        "nothing": _("No sitting in this month."),
    }


def link(asked: dict[str, str], month: date | None) -> str:
    values = {name: value for name, value in asked.items() if value}
    if month is not None:
        values["month"] = f"{month:%Y-%m}"
    address = reverse("council:sittings")
    return f"{address}?{urlencode(values)}" if values else address
