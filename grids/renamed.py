"""Let other apps, which find things by the names of places and categories, follow new names.

Apps register in their `AppConfig.ready`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db.models import Model

from grids.models import Body, Building, Category, Estate, Venue

Renamed = Callable[[Sequence[Model]], None]
# The columns that make a thing's name: its own, and those from which it takes a part of it.
NAMES: Final[dict[type[Model], tuple[str, ...]]] = {
    Body: ("name", "name_en"),
    # The public finds a building by its estate alone, and a road by its name.
    Building: ("number", "name_en", "estate_id", "kind"),
    Category: ("name_zh", "name_en", "said_as", "parent_id"),
    Estate: ("name", "name_en"),
    Venue: ("name", "name_en"),
}
_registered: list[Renamed] = []


def on_renamed(follow: Renamed) -> Renamed:
    """Call `follow(things)` inside the transaction that gives them other names."""
    if follow not in _registered:
        _registered.append(follow)
    return follow


def announce_renamed(things: Sequence[Model]) -> None:
    for follow in _registered:
        follow(things)


def names_of(thing: Model) -> list[Any]:
    """The values of its columns in NAMES; empty for a thing by which no matter is found."""
    model = next((model for model in NAMES if isinstance(thing, model)), None)
    return [] if model is None else [getattr(thing, name) for name in NAMES[model]]
