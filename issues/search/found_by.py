"""Which words of a matter each kind of readers finds it by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from grids.enums import PlaceKind
from issues.enums.finding import SearchAudience
from issues.enums.matter import Visibility
from issues.search.terms import Field, lexemes

CATEGORY: Final = ("category__name_zh", "category__name_en")
# What residents call matters of the category; each word is indexed by itself.
SAID: Final = ("category__said_as", "category__parent__said_as")
# Names that many other matters share, so a match with them tells less.
WIDER: Final = (
    "category__parent__name_zh",
    "category__parent__name_en",
    "grid__name",
    "grid__name_en",
)
ESTATE: Final = ("building__estate__name", "building__estate__name_en")
SPOT: Final = ("estate__name", "estate__name_en")
VENUE: Final = ("venue__name", "venue__name_en")
# Separators between the words of residents, however an administrator types them.
BETWEEN_WORDS: Final = re.compile(r"[\s,，、;；。/|]+")
# The columns to read for `found_by`, as lookups from an issue.
COLUMNS: Final = (
    "pk",
    "community_id",
    "visibility",
    "title",
    "text",
    "public_title",
    "public_text",
    "place_note",
    "outside_number",
    "building__kind",
    "building__number",
    "building__name_en",
    *ESTATE,
    *SPOT,
    *VENUE,
    *CATEGORY,
    *WIDER,
    *SAID,
)


def found_by(matter: Mapping[str, Any]) -> dict[SearchAudience, list[str]]:
    """Lexemes by audience for a matter with all COLUMNS.

    Everyone finds it by what its page shows to everyone: by its estate, but not by its building;
    by a road or a market, where nobody lives.
    Names and numbers of people are no words of a matter.
    """
    community = matter["community_id"]
    found = {SearchAudience.INSIDE: _inside(prefix(SearchAudience.INSIDE, community), matter)}
    if matter["visibility"] == Visibility.PUBLIC:
        found[SearchAudience.EVERYONE] = _everyone(
            prefix(SearchAudience.EVERYONE, community), matter
        )
    return found


def prefix(audience: SearchAudience, community: int) -> str:
    return f"{audience.value}{community}"


def _everyone(start: str, matter: Mapping[str, Any]) -> list[str]:
    place = _words(matter, *(VENUE if matter["venue__name"] else (*ESTATE, *SPOT)))
    if not matter["venue__name"] and matter["building__kind"] not in {None, PlaceKind.BUILDING}:
        place = _whole(matter)
    return lexemes(
        start,
        {
            Field.TITLE: _words(matter, "public_title"),
            Field.LABEL: [*place, *_words(matter, *CATEGORY)],
            Field.ANYWHERE: _words(matter, "public_text"),
            Field.WIDER: _words(matter, *WIDER),
            Field.SAID: _said(matter),
        },
    )


def _inside(start: str, matter: Mapping[str, Any]) -> list[str]:
    return lexemes(
        start,
        {
            Field.TITLE: _words(matter, "title", "public_title"),
            Field.LABEL: [*_whole(matter), *_words(matter, *SPOT, *VENUE, *CATEGORY)],
            Field.ANYWHERE: _words(matter, "text", "public_text", "place_note", "outside_number"),
            Field.WIDER: _words(matter, *WIDER),
            Field.SAID: _said(matter),
        },
    )


def _whole(matter: Mapping[str, Any]) -> list[str]:
    """A building or another place by its whole name, in each language."""
    names = (ESTATE[0], "building__number"), (ESTATE[1], "building__name_en")
    chinese, english = ([matter[name] or "" for name in both] for both in names)
    return [name for name in ("".join(chinese), " ".join(english).strip()) if name]


def _said(matter: Mapping[str, Any]) -> list[str]:
    """What residents call it, word by word: no pair may span two of the words."""
    said = " ".join(_words(matter, *SAID))
    return list(filter(None, BETWEEN_WORDS.split(said)))


def _words(matter: Mapping[str, Any], *columns: str) -> list[str]:
    return [matter[column] for column in columns if matter[column]]
