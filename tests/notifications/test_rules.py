from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.enums import Channel
from notifications.rules import (
    ATTEMPTS,
    LONGEST_WAIT,
    allowed_from,
    is_given_up,
    is_quiet,
    wait_after,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2024, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=2200)).map(lambda span: START + span)


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        ("20:59:59.999999", False),
        ("21:00:00", True),
        ("23:59:59", True),
        ("00:00:00", True),
        ("07:59:59.999999", True),
        ("08:00:00", False),
        ("12:00:00", False),
    ],
)
def test_the_quiet_hours_run_from_nine_in_the_evening_to_eight(clock: str, quiet: bool) -> None:
    moment = datetime.fromisoformat(f"2026-11-20T{clock}+08:00")
    assert is_quiet(moment) is quiet
    assert is_quiet(moment.astimezone(UTC)) is quiet


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-11-20T21:00:00", "2026-11-21T08:00:00"),
        ("2026-12-31T23:00:00", "2027-01-01T08:00:00"),
        ("2026-11-20T00:30:00", "2026-11-20T08:00:00"),
        ("2026-11-20T08:00:00", "2026-11-20T08:00:00"),
    ],
)
def test_what_falls_into_the_night_waits_for_the_next_morning(moment: str, morning: str) -> None:
    given_ = datetime.fromisoformat(moment).replace(tzinfo=SHANGHAI)
    expected = datetime.fromisoformat(morning).replace(tzinfo=SHANGHAI)
    assert allowed_from(given_, channel=Channel.SMS, urgent=False) == expected


@given(moments, st.booleans())
def test_a_message_never_goes_early_nor_waits_longer_than_a_night(
    moment: datetime, urgent: bool
) -> None:
    allowed = allowed_from(moment, channel=Channel.SMS, urgent=urgent)
    assert timedelta(0) <= allowed - moment <= timedelta(hours=11)
    assert urgent or not is_quiet(allowed)
    assert not urgent or allowed == moment


@given(st.integers(1, 10_000), st.floats(0, 1, exclude_max=True))
def test_the_pause_stays_between_half_of_its_step_and_the_longest(
    attempts: int, chance: float
) -> None:
    wait = wait_after(attempts, chance=chance)
    assert timedelta(seconds=30) <= wait <= LONGEST_WAIT


def test_the_pause_doubles_up_to_an_hour() -> None:
    minutes = [wait_after(n, chance=0) / timedelta(seconds=30) for n in range(1, 9)]
    assert minutes == [1, 2, 4, 8, 16, 32, 60, 60]


def test_the_last_try_is_the_eighth() -> None:
    assert [n for n in range(1, 12) if is_given_up(n)] == [8, 9, 10, 11]
    assert ATTEMPTS == 8


@given(moments, st.booleans())
def test_a_letter_may_go_at_any_hour(moment: datetime, urgent: bool) -> None:
    assert allowed_from(moment, channel=Channel.EMAIL, urgent=urgent) == moment
