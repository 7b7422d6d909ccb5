"""Who asks, as rules of the council see them."""

from __future__ import annotations

from dataclasses import dataclass

from grids.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks: their posts, the grid in which they say they live, the councils they sit in."""

    standing: Standing
    # The path of the grid of their building; empty where they did not say.
    home_path: str = ""
    # Councils in which they are a member on the day.
    councils: frozenset[int] = frozenset()

    @property
    def user_id(self) -> int | None:
        return self.standing.user_id
