"""Minutes as they are shown once a matter in them is not public any more: it is not named.

What is written and signed stays as it is; only what readers are shown is less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.minutes.sections import Section

# What is shorter is found in words that mean something else.
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class HiddenItems:
    """`keys` are of the items whose matter is not public; `titles` how it was or is called."""

    keys: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()

    def covers(self, section: Section) -> bool:
        return section.key.split(":", 1)[0] in self.keys


def masked(sections: Sequence[Section], hidden: HiddenItems) -> list[Section]:
    """Of such an item stands that it was there and when; elsewhere its title is left out."""
    if not hidden.keys:
        return list(sections)
    found, number = [], 0
    for section in sections:
        number += section.level == 1 and section.key.startswith("item-")
        if not hidden.covers(section):
            found.append(without_titles(section, hidden))
        elif section.level == 1:
            found.append(_in_its_place(section, number))
    return found


def _in_its_place(section: Section, number: int) -> Section:
    return Section(
        key=section.key,
        title=_("Item {number}: {title}").format(number=number, title=name_of_hidden()),
        words=_("What was said and decided about it is not shown here any more."),
    )


def without_titles(section: Section, hidden: HiddenItems) -> Section:
    def left(text: str) -> str:
        for title in sorted(hidden.titles, key=len, reverse=True):
            if len(title) >= SHORTEST:
                text = text.replace(title, name_of_hidden())
        return text

    return section.reworded(left)


def name_of_hidden() -> str:
    return _("A matter that is not public any more")
