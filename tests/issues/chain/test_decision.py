"""What the clock decides, as a pure function."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.chain.decision import Clock, ClockMove, Decision, decide
from issues.enums.deadlines import DeadlineKind, OnBreach
from issues.enums.turns import Level, TurnRole

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEAD, JOINT = TurnRole.LEAD, TurnRole.JOINT
RESOLVE, SUPERVISED = DeadlineKind.RESOLVE, DeadlineKind.SUPERVISED


def clock(
    kind: DeadlineKind = RESOLVE, on_breach: OnBreach = OnBreach.PUSH_UP, *,
    pk: int = 1, role: TurnRole = LEAD, late: float = 1, wakes: float = 0,
) -> Clock:  # fmt: skip
    """`late` hours past its end; negative: still running, woken `wakes` hours ago."""
    due = NOW - late * HOUR
    wake = min(due, NOW - wakes * HOUR) if late < 0 else due
    return Clock(pk, kind, role, due_at=due, wake_at=wake, on_breach=on_breach)


def decided(
    *clocks: Clock, level: Level = Level.GRID, dispute: bool = False, heir: bool = False
) -> Decision:
    return decide(clocks, level=level, is_dispute=dispute, can_hand_over=heir, now=NOW)


# what is missed at the lead → level → move; a dispute and an heir in the test below
UP, WATCH = ClockMove.PUSH_UP, ClockMove.SUPERVISE
MOVES = {
    OnBreach.PUSH_UP: {"grid": UP, "community": UP, "department": WATCH},
    OnBreach.SUPERVISE: dict.fromkeys(("grid", "community", "department"), WATCH),
    OnBreach.TELL_ABOVE: dict.fromkeys(("grid", "community", "department"), ClockMove.STAY),
    OnBreach.URGE: dict.fromkeys(("grid", "community", "department"), ClockMove.STAY),
    OnBreach.CLOSE: dict.fromkeys(("grid", "community", "department"), ClockMove.CLOSE),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "on_breach", "level", "dispute", "heir"),
    list(product(DeadlineKind, OnBreach, Level, [False, True], [False, True])),
)
def test_one_missed_clock(
    kind: DeadlineKind, on_breach: OnBreach, level: Level, dispute: bool, heir: bool
) -> None:
    expected = MOVES[on_breach][level.value]
    if on_breach is OnBreach.PUSH_UP and dispute and level is Level.COMMUNITY:
        expected = ClockMove.SUPERVISE
    hands_over = on_breach is OnBreach.SUPERVISE and kind is RESOLVE and heir
    if hands_over and level is Level.DEPARTMENT:
        expected = ClockMove.HAND_OVER
    missed = clock(kind, on_breach)
    decision = decided(missed, level=level, dispute=dispute, heir=heir)
    assert decision.move is expected
    assert decision.missed == (missed,)
    assert decision.because == (missed if expected is not ClockMove.STAY else None)


@pytest.mark.parametrize(("kind", "on_breach"), list(product(DeadlineKind, OnBreach)))
def test_a_joint_body_never_moves_the_matter(kind: DeadlineKind, on_breach: OnBreach) -> None:
    missed = clock(kind, on_breach, role=JOINT)
    assert decided(missed) == Decision(ClockMove.STAY, (missed,))


def test_the_strongest_consequence_wins() -> None:
    up, watch = clock(pk=1, late=1), clock(DeadlineKind.RECEIVE, OnBreach.SUPERVISE, pk=2, late=9)
    ends = clock(DeadlineKind.CONFIRM, OnBreach.CLOSE, pk=3)
    assert decided(watch, up, level=Level.COMMUNITY).because == up
    assert decided(watch, up, ends).move is ClockMove.CLOSE
    own = clock(RESOLVE, OnBreach.SUPERVISE, pk=4)
    assert decided(watch, own, level=Level.DEPARTMENT, heir=True).because == own


def test_of_equals_the_one_missed_longest_is_the_reason() -> None:
    first, second = clock(DeadlineKind.RECEIVE, pk=8, late=5), clock(pk=2, late=1)
    decision = decided(second, first)
    assert decision.because == first
    assert decision.missed == (first, second)


def test_a_supervision_missed_again_is_the_reason_so_that_rounds_are_counted_on() -> None:
    again = clock(SUPERVISED, OnBreach.SUPERVISE, pk=9, late=1)
    longest = clock(DeadlineKind.RECEIVE, OnBreach.SUPERVISE, pk=1, late=90)
    assert decided(longest, again, level=Level.DEPARTMENT).because == again


def test_a_reminder_comes_once_before_the_end() -> None:
    awake = clock(late=-2)
    assert decided(awake) == Decision(ClockMove.STAY, (), (awake,))
    assert decided(replace(awake, wake_at=awake.due_at)).is_empty


def test_who_loses_the_matter_is_not_reminded_of_it() -> None:
    gone = clock(DeadlineKind.RECEIVE, pk=1)
    mine, part = clock(pk=2, late=-2), clock(pk=3, late=-2, role=JOINT)
    assert decided(gone, mine, part).remind == (part,)
    watched = clock(DeadlineKind.RECEIVE, OnBreach.SUPERVISE, pk=1)
    assert decided(watched, mine, part).remind == (mine, part)


def test_due_this_very_moment_is_missed() -> None:
    assert decided(clock(late=0)).move is ClockMove.PUSH_UP


clocks = st.builds(
    clock, st.sampled_from(DeadlineKind), st.sampled_from(OnBreach),
    pk=st.integers(1, 9), role=st.sampled_from(TurnRole),
    late=st.integers(-5, 5), wakes=st.integers(-5, 5),
)  # fmt: skip
every = st.lists(clocks, max_size=6, unique_by=lambda made: made.pk)


@given(every, st.sampled_from(Level), st.booleans(), st.booleans(), st.randoms())
def test_the_order_of_the_clocks_does_not_matter_and_nothing_is_left_due(
    given_clocks: list[Clock], level: Level, dispute: bool, heir: bool, chance: object
) -> None:
    decision = decided(*given_clocks, level=level, dispute=dispute, heir=heir)
    shuffled = list(given_clocks)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    again = decided(*shuffled, level=level, dispute=dispute, heir=heir)
    assert (again.move, again.missed, again.because) == (
        decision.move, decision.missed, decision.because,
    )  # fmt: skip
    assert set(again.remind) == set(decision.remind)
    # Once its missed clocks are ended there is no further consequence: deciding is idempotent.
    left = [c for c in given_clocks if c not in decision.missed]
    after = decided(*left, level=level, dispute=dispute, heir=heir)
    assert after.missed == ()
    assert after.move is ClockMove.STAY
    if dispute:
        assert decision.move is not ClockMove.PUSH_UP or level is Level.GRID
