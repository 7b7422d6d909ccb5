"""Import buildings and other places, known by estate and number, and venues, known by code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from grids.codes import plain_code, plain_name
from grids.enums import BodyKind, PlaceKind
from grids.importing import words
from grids.importing.prepared import (
    May,
    PreparedImport,
    allowed,
    already_on,
    not_yours,
    unknown_body,
)
from grids.importing.table import Row
from grids.models import Body, Building, Estate, Residence, Venue

VENUE_CODE = re.compile(r"[A-Z0-9]{2,8}")
BUILDING_FIELDS = ["grid", "position", "kind", "name_en"]
VENUE_FIELDS = ["name", "name_en", "kind", "grid", "place", "capacity", "access", "x", "y"]


def grids_of(rows: Iterable[Row]) -> dict[str, Body]:
    codes = {plain_code(row.values.get("grid", "")) for row in rows}
    return {body.code: body for body in Body.objects.filter(code__in=codes)}


def grid_for(row: Row, grids: dict[str, Body], may: May, done: PreparedImport) -> Body | None:
    grid = grids.get(plain_code(row.values.get("grid", "")))
    if grid is None:
        done.wrong(row.line, "grid", unknown_body(row.values.get("grid", "")))
    elif grid.kind != BodyKind.GRID:
        done.wrong(row.line, "grid", _("“%(name)s” is not a grid.") % {"name": grid.display_name})
    elif not may(grid.path):
        done.wrong(row.line, "grid", not_yours())
    else:
        return grid
    return None


class BuildingsImport:
    """If its community has no such estate yet, the estate is created with the building.

    Names and numbers are the same whatever their width, case and blanks. What stands outside all
    estates is known by its grid and name.
    """

    def __init__(self, rows: list[Row], may: May) -> None:
        self.rows, self.may = rows, may
        self.done, self.grids = PreparedImport(), grids_of(rows)
        communities = {grid.parent_id for grid in self.grids.values()}
        estates = Estate.objects.filter(community_id__in=communities).order_by("pk")
        known = list(estates.select_related("community"))
        self.estates: dict[tuple[int, str], Estate] = {}
        for estate in known:
            self.estates.setdefault((estate.community_id, plain_name(estate.name)), estate)
        self.standing: dict[tuple[int, int, str], Building] = {}
        here = Q(estate__in=known) | Q(estate=None, grid__in=self.grids.values())
        buildings = Building.objects.filter(here).select_related("grid")
        lived_in = Exists(Residence.objects.filter(building=OuterRef("pk")))
        for building in buildings.annotate(lived_in=lived_in).order_by("pk"):
            # Outside all estates the grid tells one place from another.
            around = (building.estate_id or 0, 0 if building.estate_id else building.grid_id)
            self.standing.setdefault((*around, plain_name(building.number)), building)
        self.seen: dict[tuple[int, str, int, str], int] = {}
        self.english = self._english_names()
        self.named: set[int] = set()

    def _english_names(self) -> dict[tuple[int, str], tuple[str, int]]:
        """What the file calls each estate in English, and where: on one of its lines or on all."""
        said: dict[tuple[int, str], tuple[str, int]] = {}
        for row in self.rows:
            grid = self.grids.get(plain_code(row.values.get("grid", "")))
            if grid is not None and grid.parent_id and (name := row.values.get("estate_en")):
                key = (grid.parent_id, plain_name(row.values.get("estate", "")))
                said.setdefault(key, (name, row.line))
        return said

    def prepare(self) -> PreparedImport:
        for row in self.rows:
            self.check(row)
        return self.done

    def check(self, row: Row) -> None:
        grid = grid_for(row, self.grids, self.may, self.done)
        position = words.number(row.values.get("position", ""), most=9999)
        if position is None:
            sentence = _("This must be a number from 0 to %(most)d.") % {"most": 9999}
            self.done.wrong(row.line, "position", sentence)
        if grid is None or grid.parent_id is None or position is None:
            return
        name, number = row.values.get("estate", ""), row.values.get("number", "")
        outside = 0 if name else grid.pk
        here = (grid.parent_id, plain_name(name), outside, plain_name(number))
        if self.seen.setdefault(here, row.line) != row.line:
            self.done.wrong(row.line, "number", already_on(self.seen[here]))
            return
        new = Estate(community_id=grid.parent_id, name=name)
        estate = self.estates.setdefault(here[:2], new) if name else None
        key = 0 if estate is None else estate.pk
        before = None if key is None else self.standing.get((key, outside, here[3]))
        if before is not None and not self.may(before.grid.path):
            self.done.wrong(row.line, "grid", not_yours())
            return
        after: dict[str, object] = {"grid": grid}
        if "position" in row.values:
            after["position"] = position
        place = before or Building(estate=estate, number=number)
        if self.describe(row, place, after):
            self.done.sort(place, line=row.line, after=after)

    def describe(self, row: Row, place: Building, after: dict[str, object]) -> bool:
        """Its kind and English names; a column that the file lacks leaves what is there."""
        kind: str | None = place.kind
        if "kind" in row.values:
            said = row.values["kind"] or PlaceKind.BUILDING.value
            kind = words.meaning(words.PLACES, said)
        if kind is None:
            self.done.wrong(row.line, "kind", allowed(words.choices(words.PLACES)))
            return False
        if kind == PlaceKind.BUILDING and place.estate is None:
            self.done.wrong(row.line, "estate", _estate_needed())
            return False
        if kind != PlaceKind.BUILDING and getattr(place, "lived_in", False):
            self.done.wrong(row.line, "kind", _lived_in())
            return False
        after["kind"] = kind
        if "name_en" in row.values:
            after["name_en"] = row.values["name_en"]
        if "estate_en" in row.values and place.estate is not None:
            return self.name_estate(row, place, after)
        return True

    def name_estate(self, row: Row, place: Building, after: dict[str, object]) -> bool:
        """An estate has one name, whichever of its lines tell it; its first line changes it."""
        estate = place.estate
        assert estate is not None
        key = (estate.community_id, plain_name(estate.name))
        name, line = self.english.get(key, ("", row.line))
        if row.values["estate_en"] not in {"", name}:
            self.done.wrong(row.line, "estate_en", _named_twice(line, name))
            return False
        if id(estate) in self.named:
            return True
        self.named.add(id(estate))
        if estate.pk is not None and estate.name_en != name:
            place.__dict__["estate_en"], after["estate_en"] = estate.name_en, name
            self.done.beside.append(estate)
        estate.name_en = name
        return True


def _estate_needed() -> str:
    return _("A building stands in an estate; only other places may stand outside.")


def _lived_in() -> str:
    return _("People live there, so it stays a building. Lay the other place beside it.")


def _named_twice(line: int, said: str) -> str:
    return _("Line %(line)d names this estate “%(said)s”. Keep one of the two.") % {
        "line": line,
        "said": said,
    }


def prepare_venues(rows: list[Row], may: May) -> PreparedImport:
    done, grids = PreparedImport(), grids_of(rows)
    codes = {plain_code(row.values.get("code", "")) for row in rows}
    standing = {v.code: v for v in Venue.objects.filter(code__in=codes).select_related("grid")}
    seen: dict[str, int] = {}
    for row in rows:
        code = plain_code(row.values.get("code", ""))
        if seen.setdefault(code, row.line) != row.line:
            done.wrong(row.line, "code", already_on(seen[code]))
            continue
        if not VENUE_CODE.fullmatch(code):
            done.wrong(row.line, "code", _("A poster's code has 2 to 8 letters and digits."))
        grid, after = grid_for(row, grids, may, done), _venue_values(row, done)
        before = standing.get(code)
        if before is not None and not may(before.grid.path):
            done.wrong(row.line, "code", not_yours())
        elif grid is not None and after is not None:
            after["grid"] = grid
            done.sort(before or Venue(code=code), line=row.line, after=after)
    return done


def _venue_values(row: Row, done: PreparedImport) -> dict[str, object] | None:
    """Columns that the file lacks are left as they are."""
    values, wrong = row.values, len(done.problems)
    kind = words.meaning(words.VENUES, values.get("kind", ""))
    if kind is None:
        done.wrong(row.line, "kind", allowed(words.choices(words.VENUES)))
    after: dict[str, object] = {"name": values.get("name", ""), "kind": kind}
    after |= {key: values[key] for key in ("name_en", "place", "access") if key in values}
    for key, most in (("capacity", 9999), ("x", 1000), ("y", 700)):
        if key in values:
            after[key] = words.number(values[key], most=most)
            if after[key] is None:
                done.wrong(
                    row.line, key, _("This must be a number from 0 to %(most)d.") % {"most": most}
                )
    return None if len(done.problems) > wrong else after
