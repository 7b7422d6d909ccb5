"""When something happened, as far as a device's clock can be believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from council.order.times import happened_at

OPENED = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
NOW = OPENED + timedelta(minutes=30)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("sentence", "told", "opened", "found"),
    [
        ("a device that says nothing is taken at its word of now", None, OPENED, NOW),
        ("what it did while the line was down keeps its time", NOW - timedelta(minutes=5), OPENED,
         NOW - timedelta(minutes=5)),
        ("a clock that is a day ahead is set to now", NOW + DAY, OPENED, NOW),
        ("a clock that is a day behind is set to the opening", NOW - DAY, OPENED, OPENED),
        ("a time before the opening is set to it", OPENED - timedelta(seconds=1), OPENED, OPENED),
        ("before the sitting opens only the server's clock counts", NOW - DAY, None, NOW),
    ],
)  # fmt: skip
def test_the_rule_holds(
    sentence: str, told: datetime | None, opened: datetime | None, found: datetime
) -> None:
    assert happened_at(told, opened_at=opened, received_at=NOW) == found, sentence
