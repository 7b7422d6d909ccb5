"""A row of a table of acts: what refuses, and what only hides."""

from dataclasses import dataclass

import pytest

from acting.acts import ActRow, StateRow


@dataclass(frozen=True)
class Door:
    state: str
    locked: bool = False


def is_porter(by: str, _door: Door) -> bool:
    return by == "porter"


def is_unlocked(door: Door) -> bool:
    return not door.locked


def is_wanted(_by: str, door: Door) -> bool:
    return door.state != "ajar"


OPEN = StateRow[str, Door](
    states=frozenset({"shut", "ajar"}), who=is_porter, when=is_unlocked, of_use=is_wanted
)


@pytest.mark.parametrize(
    ("by", "door", "allowed", "offered"),
    [
        ("porter", Door("shut"), True, True),
        ("guest", Door("shut"), True, False),
        ("porter", Door("ajar"), True, False),
        ("porter", Door("open"), False, False),
        ("porter", Door("shut", locked=True), False, False),
    ],
)
def test_state_and_thing_refuse_and_the_rest_only_hides(
    by: str, door: Door, allowed: bool, offered: bool
) -> None:
    assert OPEN.allows(door) is allowed
    assert OPEN.offered(by, door) is offered


def test_a_row_without_states_asks_the_thing_alone() -> None:
    row = ActRow[str, Door](who=is_porter, when=is_unlocked)
    assert row.offered("porter", Door("anything"))
    assert not row.offered("porter", Door("anything", locked=True))
