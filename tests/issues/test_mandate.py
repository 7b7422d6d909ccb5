"""Of which grid or community a sitting may speak."""

from __future__ import annotations

from uuid import uuid4

import pytest

from issues.mandate import SITTING_ACTS, Mandate, SittingAct

GRID, COMMUNITY, OTHER, STREET = 1, 2, 3, 4
TABLE = [
    (GRID, (), GRID),
    (COMMUNITY, (), COMMUNITY),
    (OTHER, (), None),
    (STREET, (), None),
    # A joint sitting: one of them is enough, and whoever called it goes first.
    (OTHER, (COMMUNITY,), COMMUNITY),
    (OTHER, (STREET, GRID), GRID),
    (COMMUNITY, (GRID,), COMMUNITY),
    (OTHER, (STREET,), None),
]


@pytest.mark.parametrize(("body", "joint", "found"), TABLE)
def test_the_issues_own_grid_or_community_sits(
    body: int, joint: tuple[int, ...], found: int | None
) -> None:
    mandate = Mandate(body, uuid4(), frozenset(joint))
    assert mandate.body_among(GRID, COMMUNITY) == found


def test_every_act_of_a_sitting_has_its_row() -> None:
    assert set(SITTING_ACTS) == set(SittingAct)
