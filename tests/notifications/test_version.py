"""What a page knows of its places: nothing that became visible late is missed."""

from __future__ import annotations

import pytest

from notifications.version import NEWEST, Version


@pytest.mark.parametrize(
    "known", [((),), ((1,),), ((40, 39, 3), ()), ((), (99999,)), (tuple(range(50, 42, -1)),)]
)
def test_it_is_read_as_it_was_written(known: tuple[tuple[int, ...], ...]) -> None:
    assert Version.read(str(Version(known))) == Version(known)


@pytest.mark.parametrize("written", ["é", "!", "~~~", "1.-", " " * 2000])
def test_an_odd_one_is_that_of_a_page_that_knows_nothing(written: str) -> None:
    assert Version.read(written).is_new(0, 1)


@pytest.mark.parametrize(
    ("known", "happening", "is_new"),
    [
        ((), 1, True),
        ((5, 3), 5, False),
        ((5, 3), 6, True),
        # Of two acts at once the later was visible first.
        ((5, 3), 4, True),
        (tuple(range(20, 20 - NEWEST, -1)), 21, True),
        (tuple(range(20, 20 - NEWEST, -1)), 20 - NEWEST, False),
    ],
)
def test_what_a_page_has_not_seen_is_new(
    known: tuple[int, ...], happening: int, *, is_new: bool
) -> None:
    assert Version((known,)).is_new(0, happening) is is_new
