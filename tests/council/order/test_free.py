from datetime import datetime, timedelta
from typing import Any

from clocks.hours import SHANGHAI
from council.order.free import clash, free_from
from council.order.lacks import lacks
from council.order.notice import DEFAULT_NOTICE, notice_class


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 19, hour, minute, tzinfo=SHANGHAI)


BUSY = [(at(9), at(10)), (at(11), at(12)), (at(12), at(13))]
HOUR = timedelta(hours=1)


def test_times_that_touch_do_not_clash() -> None:
    assert clash(BUSY, at(10), at(11)) is None
    assert clash(BUSY, at(8), at(9)) is None


def test_what_lies_over_another_clashes_with_it() -> None:
    for begins, ends in ((at(9, 30), at(9, 40)), (at(8), at(14)), (at(9, 59), at(10, 30))):
        assert clash(BUSY, begins, ends) == BUSY[0]


def test_the_first_gap_that_is_long_enough_is_free() -> None:
    assert free_from(BUSY, at(9), HOUR) == at(10)
    assert free_from(BUSY, at(9), 2 * HOUR) == at(13)
    assert free_from(BUSY, at(14), HOUR) == at(14)
    assert free_from([], at(9), HOUR) == at(9)


def test_the_class_with_the_longest_notice_counts() -> None:
    assert notice_class(["small", "major", "hard"], DEFAULT_NOTICE) == "major"
    assert notice_class(["urgent", ""], DEFAULT_NOTICE) == "small"
    assert notice_class(["urgent"], DEFAULT_NOTICE) == "urgent"
    assert notice_class([], DEFAULT_NOTICE) == "small"


def test_a_hard_or_major_matter_is_looked_into_first() -> None:
    for matter_class, missing in (("hard", 1), ("major", 1), ("small", 0), ("urgent", 0)):
        asked: dict[str, Any] = {"matter_class": matter_class, "is_public": True, "is_open": True}
        assert len(lacks(**asked, findings=0)) == missing
        assert lacks(**asked, findings=1) == []
    assert len(lacks(matter_class="", findings=0, is_public=False, is_open=False)) == 3
