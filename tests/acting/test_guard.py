"""Who, then what they saw, then the thing itself: the same order for every act."""

import pytest

from acting.acts import ActRow
from acting.guard import Guard
from acting.refusals import NotOpen, NotYours, Stale


class Shut(NotOpen):
    default = "It is shut."


GUARD = Guard(not_yours=NotYours, not_now=Shut, stale=Stale)
ROW = ActRow[str, bool](who=lambda by, _open: by == "porter", when=bool)


@pytest.mark.parametrize(
    ("by", "seen", "is_open", "raised"),
    [
        ("guest", 1, False, NotYours),
        ("guest", 2, True, NotYours),
        ("porter", 1, False, Stale),
        ("porter", 1, True, Stale),
        ("porter", 2, False, Shut),
        ("porter", None, False, Shut),
    ],
)
def test_the_first_reason_of_three_is_said(
    by: str, seen: int | None, is_open: bool, raised: type[Exception]
) -> None:
    with pytest.raises(raised):
        GUARD.refuse_closed(ROW, by, is_open, seen=seen, version=2)


@pytest.mark.parametrize("seen", [None, 2])
def test_what_is_theirs_and_open_is_not_refused(seen: int | None) -> None:
    GUARD.refuse_closed(ROW, "porter", True, seen=seen, version=2)
    assert GUARD.why_closed(ROW, "porter", True) is None


def test_a_thing_says_why_where_there_is_more_to_say() -> None:
    row = ActRow[str, bool](who=ROW.who, when=bool, why_not=lambda _open: "The key is lost.")
    closed, usual = (GUARD.why_closed(one, "porter", False) for one in (row, ROW))
    assert closed is not None
    assert usual is not None
    assert (str(closed.message), str(usual.message)) == ("The key is lost.", "It is shut.")
