"""Notes on what a cell may hold, for columns whose names don't say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from grids.enums import ImportKind
from grids.importing import words
from grids.importing.columns import COLUMNS

DAY = _("As 2026-01-31.")
GRID = _("The code of a grid.")
NOTES: Mapping[tuple[str, str], str | Promise] = {
    (ImportKind.BODIES, "code"): _("Letters, digits and “-”; it never changes."),
    (ImportKind.BODIES, "kind"): words.choices(words.KINDS),
    (ImportKind.BODIES, "parent"): _("The code of the body that it stands under."),
    (ImportKind.BODIES, "prefix"): _(
        "How the numbers of a community's matters begin: 2 to 6 capital letters."
    ),
    (ImportKind.BODIES, "general_office"): _("是 or 否; each street has one."),
    (ImportKind.BODIES, "phone"): _("Residents can call it."),
    (ImportKind.BUILDINGS, "estate"): _("One that is new is laid along."),
    (ImportKind.BUILDINGS, "grid"): GRID,
    (ImportKind.BUILDINGS, "position"): _("A number: in this order they are listed."),
    (ImportKind.VENUES, "code"): _("On the poster: 2 to 8 letters and digits."),
    (ImportKind.VENUES, "kind"): words.choices(words.VENUES),
    (ImportKind.VENUES, "grid"): GRID,
    (ImportKind.VENUES, "access"): _("Steps, doors, toilets: what people should know."),
    (ImportKind.VENUES, "x"): _("On the plan from the left, 0 to 1000."),
    (ImportKind.VENUES, "y"): _("On the plan from the top, 0 to 700."),
    (ImportKind.POSTINGS, "phone"): _("The mobile number they sign in with."),
    (ImportKind.POSTINGS, "role"): words.choices(words.ROLES),
    (ImportKind.POSTINGS, "starts_on"): DAY,
    (ImportKind.POSTINGS, "ends_on"): _(
        "The last day, as 2026-01-31; empty: until further notice."
    ),
    (ImportKind.POSTINGS, "work_phone"): _("Residents can call it."),
}


@dataclass(frozen=True, slots=True)
class Explained:
    name: str
    required: bool
    example: str
    note: str | Promise


def explained(kind: str, *, chinese: bool) -> list[Explained]:
    return [
        Explained(
            column.chinese if chinese else column.english,
            column.required,
            column.examples[0] or column.examples[1],
            NOTES.get((kind, column.key), ""),
        )
        for column in COLUMNS[kind]
    ]
