"""Notes on what a cell may hold, for columns whose names don't say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from grids.enums import ImportKind
from grids.importing import words
from grids.importing.columns import COLUMNS

DAY = _("As 2026-01-31.")
GRID = _("The code of a grid.")
# In the language of whoever reads it.
CHOICES = lazy(words.choices, str)
ENGLISH = _("Shown on pages in English; empty: the Chinese name.")
NOTES: Mapping[tuple[str, str], str | Promise] = {
    (ImportKind.BODIES, "code"): _("Letters, digits and “-”; it never changes."),
    (ImportKind.BODIES, "kind"): CHOICES(words.KINDS),
    (ImportKind.BODIES, "name_en"): ENGLISH,
    (ImportKind.BODIES, "parent"): _("The code of the body that it stands under."),
    (ImportKind.BODIES, "prefix"): _(
        "How the numbers of a community's matters begin: 2 to 6 capital letters."
    ),
    (ImportKind.BODIES, "general_office"): _("Yes or no; each street has one."),
    (ImportKind.BODIES, "phone"): _("Residents can call it."),
    (ImportKind.BUILDINGS, "estate"): _(
        "One that is new is laid along. Empty for a road or a market outside all estates."
    ),
    (ImportKind.BUILDINGS, "kind"): CHOICES(words.PLACES),
    (ImportKind.BUILDINGS, "name_en"): ENGLISH,
    (ImportKind.BUILDINGS, "estate_en"): ENGLISH,
    (ImportKind.BUILDINGS, "grid"): GRID,
    (ImportKind.BUILDINGS, "position"): _("A number: in this order they are listed."),
    (ImportKind.VENUES, "code"): _("On the poster: 2 to 8 letters and digits."),
    (ImportKind.VENUES, "name_en"): ENGLISH,
    (ImportKind.VENUES, "kind"): CHOICES(words.VENUES),
    (ImportKind.VENUES, "grid"): GRID,
    (ImportKind.VENUES, "access"): _("Steps, doors, toilets: what people should know."),
    (ImportKind.VENUES, "x"): _("On the plan from the left, 0 to 1000."),
    (ImportKind.VENUES, "y"): _("On the plan from the top, 0 to 700."),
    (ImportKind.CATEGORIES, "code"): _("Letters, digits and “-”; it never changes."),
    (ImportKind.CATEGORIES, "name_en"): _("Empty: pages in English say the Chinese one."),
    (ImportKind.CATEGORIES, "parent"): _("The code of the category that it stands under."),
    (ImportKind.CATEGORIES, "private"): _("Yes for disputes between neighbours, otherwise no."),
    (ImportKind.CATEGORIES, "position"): _("A number: in this order they are listed."),
    (ImportKind.CATEGORIES, "said_as"): _(
        "What else people call it, parted by blanks: search finds its matters by these."
    ),
    (ImportKind.COMPETENCES, "body"): _("The code of a department."),
    (ImportKind.COMPETENCES, "category"): _("The code of a category, or its Chinese name."),
    (ImportKind.POSTINGS, "phone"): _("The mobile number they sign in with."),
    (ImportKind.POSTINGS, "role"): CHOICES(words.ROLES),
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
            column.required and not column.blank,
            column.examples[0] or column.examples[1],
            NOTES.get((kind, column.key), ""),
        )
        for column in COLUMNS[kind]
    ]
