"""The feed, read back by another library than the one that wrote it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import vobject

from clocks.hours import SHANGHAI
from council.calendar.feed import Event, calendar_of

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=SHANGHAI)
EVENT = Event(
    uid=UUID("6a1f6dc4-0b43-4e0a-8a51-6f1d5a2a9a01"),
    sequence=2,
    title="铁路涵洞积水",
    council="第三网格议事会",
    starts_at=datetime(2026, 12, 3, 15, 0, tzinfo=SHANGHAI),
    ends_at=datetime(2026, 12, 3, 15, 45, tzinfo=SHANGHAI),
    place="三号楼前议事亭",
    address="https://pavilion.example/sittings/6a1f6dc4-0b43-4e0a-8a51-6f1d5a2a9a01/",
    changed_at=NOW - timedelta(days=1),
)


def read(*events: Event, now: datetime = NOW) -> Any:
    calendar = vobject.readOne(calendar_of(events, name="第三网格", now=now).decode())
    calendar.validate()
    return calendar


def test_a_sitting_comes_back_as_it_was() -> None:
    found = read(EVENT).vevent
    assert found.uid.value == str(EVENT.uid)
    assert found.sequence.value == "2"
    assert found.summary.value == EVENT.title
    assert found.location.value == EVENT.place
    assert found.status.value == "CONFIRMED"
    assert found.dtstart.value == EVENT.starts_at
    assert found.dtstart.value.utcoffset() == timedelta(hours=8)
    assert found.dtend.value - found.dtstart.value == timedelta(minutes=45)


@pytest.mark.parametrize(
    "title",
    [
        "停车；谁先、谁后; again, and again",
        "C:\\temp\\n 不是换行",
        "第一行\n第二行",
        "BEGIN:VEVENT",
        'END:VCALENDAR\nX-EVIL:"1"',
        "#strong[*x*] $x$ <script>",
        "长" * 120,
    ],
)
def test_what_looks_like_markup_in_a_title_comes_back_as_typed(title: str) -> None:
    calendar = read(replace(EVENT, title=title), EVENT)
    assert [event.summary.value for event in calendar.vevent_list] == [title, EVENT.title]


def test_signs_that_no_calendar_may_hold_are_left_out() -> None:
    assert read(replace(EVENT, title="a\x07b\x1bc\rd")).vevent.summary.value == "abcd"


def test_no_line_is_longer_than_75_octets() -> None:
    written = calendar_of([replace(EVENT, title="议" * 200)], name="名" * 80, now=NOW)
    assert max(map(len, written.split(b"\r\n"))) <= 75


def test_what_is_cancelled_stays_for_ninety_days() -> None:
    gone = replace(EVENT, cancelled=True, sequence=3, changed_at=NOW)
    assert read(gone).vevent.status.value == "CANCELLED"
    late = calendar_of([gone], name="", now=NOW + timedelta(days=90))
    assert b"VEVENT" not in late


def test_the_same_sittings_give_the_same_bytes() -> None:
    later = NOW + timedelta(hours=5)
    assert calendar_of([EVENT], name="", now=NOW) == calendar_of([EVENT], name="", now=later)


def test_a_feed_without_sittings_is_a_calendar_still() -> None:
    assert b"BEGIN:VCALENDAR" in calendar_of([], name="", now=NOW)
