"""Acts of a table as buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from acting.acts import ActRow

Act = TypeVar("Act", bound=str)


@dataclass(frozen=True, slots=True)
class Button:
    url: str
    label: str
    icon: str
    is_next: bool = False


def buttons_of(
    acts: Mapping[Act, ActRow[Any, Any]],
    offers: Callable[[Act], bool],
    url_of: Callable[[Act], str],
) -> list[Button]:
    """Those that are offered, in the order of the table; the first next thing to do stands out."""
    found: list[Button] = []
    for act, row in acts.items():
        if offers(act):
            first = row.is_next and not any(button.is_next for button in found)
            found.append(Button(url_of(act), str(row.label), row.icon, first))
    return found
