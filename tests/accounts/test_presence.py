"""What a session of somebody with a post is worth: plain values, no database."""

import pytest

from accounts.enums import Worth
from accounts.presence import Limits, Presence

HOUR, MINUTE = 3600, 60
NOW = 1_796_000_000.0
STRICT = Limits(needs_factor=True, lasts=12 * HOUR, idle=30 * MINUTE)
BY_PHONE = Limits(needs_factor=False, lasts=12 * HOUR, idle=30 * MINUTE)
FREE = Limits(needs_factor=False, lasts=0, idle=0)
HERE = frozenset({7})


def session(*, posts: tuple[int, ...] = (7,), **ago: float) -> Presence:
    """Seconds ago."""
    return Presence(**{name: NOW - value for name, value in ago.items()}, posts=posts)


@pytest.mark.parametrize(
    ("known", "posts", "limits", "worth"),
    [
        (session(since=60, seen=1), HERE, STRICT, Worth.LOCKED),
        (session(since=60, seen=1, factor=50), HERE, STRICT, Worth.WHOLE),
        (session(since=HOUR, seen=30 * MINUTE, factor=HOUR), HERE, STRICT, Worth.LOCKED),
        (session(since=HOUR, seen=29 * MINUTE, factor=HOUR), HERE, STRICT, Worth.WHOLE),
        (session(since=12 * HOUR, seen=1, factor=1), HERE, STRICT, Worth.OVER),
        (session(since=12 * HOUR - 1, seen=1, factor=1), HERE, STRICT, Worth.WHOLE),
        # Where no factor is wanted there is none to open it with.
        (session(since=HOUR, seen=30 * MINUTE), HERE, BY_PHONE, Worth.OVER),
        (session(since=HOUR, seen=29 * MINUTE), HERE, BY_PHONE, Worth.WHOLE),
        (session(since=99 * HOUR, seen=99 * HOUR), HERE, FREE, Worth.WHOLE),
        # A resident's goes on.
        (session(since=99 * HOUR, seen=99 * HOUR, posts=()), frozenset(), STRICT, Worth.WHOLE),
        # A post that ended ends it, whatever else is held; one that was given does not.
        (session(since=60, seen=1, factor=1), frozenset(), FREE, Worth.OVER),
        (session(since=60, seen=1, factor=1, posts=(7, 8)), HERE, STRICT, Worth.OVER),
        (session(since=60, seen=1, factor=1), frozenset({7, 8}), STRICT, Worth.WHOLE),
    ],
)
def test_worth(known: Presence, posts: frozenset[int], limits: Limits, worth: Worth) -> None:
    assert known.worth(posts, limits, now=NOW) is worth


def test_a_use_is_written_once_a_minute_at_a_desk_and_once_a_day_at_home() -> None:
    at_desk = session(since=HOUR, seen=59)
    assert at_desk.used(HERE, now=NOW) is at_desk
    assert at_desk.used(HERE, now=NOW + 1).seen == NOW + 1
    at_home = session(since=HOUR, seen=23 * HOUR, posts=())
    assert at_home.used(frozenset(), now=NOW) is at_home
    assert at_home.used(frozenset(), now=NOW + HOUR).seen == NOW + HOUR
    assert at_home.used(HERE, now=NOW).posts == (7,)
