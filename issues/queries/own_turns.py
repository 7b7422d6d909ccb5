"""Which of those who have a matter a person speaks for."""

from __future__ import annotations

from collections.abc import Iterable

from grids.standing import Standing
from issues.enums.turns import TurnRole
from issues.models import Assignment
from issues.queries.facts import holder_of
from issues.rules import acts_for


def own_turns(turns: Iterable[Assignment], standing: Standing) -> list[Assignment]:
    """Those of `turns` that go on, of bodies that `standing` acts for; the lead's first."""
    mine = [turn for turn in turns if turn.left_at is None and acts_for(standing, holder_of(turn))]
    return sorted(mine, key=lambda turn: (turn.role != TurnRole.LEAD, turn.turn))
