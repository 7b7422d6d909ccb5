"""Import buildings, known by estate and number, and venues, known by code."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from grids.enums import BodyKind
from grids.importing import words
from grids.importing.prepared import May, Prepared, allowed, already_on, not_yours, unknown_body
from grids.importing.reading import Row
from grids.models import Body, Building, Estate, Venue

VENUE_CODE = re.compile(r"[A-Za-z0-9]{2,8}")
BUILDING_FIELDS = ["grid", "position"]
VENUE_FIELDS = ["name", "kind", "grid", "place", "capacity", "access", "x", "y"]


def grids_of(rows: Iterable[Row]) -> dict[str, Body]:
    codes = {row.values.get("grid", "") for row in rows}
    return {body.code: body for body in Body.objects.filter(code__in=codes)}


def grid_for(row: Row, grids: dict[str, Body], may: May, done: Prepared) -> Body | None:
    code = row.values.get("grid", "")
    grid = grids.get(code)
    if grid is None:
        done.wrong(row.line, "grid", unknown_body(code))
    elif grid.kind != BodyKind.GRID:
        done.wrong(row.line, "grid", _("“%(name)s” is not a grid.") % {"name": grid.display_name})
    elif not may(grid.path):
        done.wrong(row.line, "grid", not_yours())
    else:
        return grid
    return None


def prepare_buildings(rows: list[Row], may: May) -> Prepared:
    """If its community has no such estate yet, the estate is created with the building."""
    done, grids = Prepared(), grids_of(rows)
    communities = {grid.parent_id for grid in grids.values()}
    estates = {
        (estate.community_id, estate.name): estate
        for estate in Estate.objects.filter(community_id__in=communities)
    }
    standing = {
        (building.estate_id, building.number): building
        for building in Building.objects.filter(estate__in=estates.values()).select_related("grid")
    }
    seen: dict[tuple[int | None, str, str], int] = {}
    for row in rows:
        grid = grid_for(row, grids, may, done)
        position = words.number(row.values.get("position", ""), most=9999)
        if position is None:
            done.wrong(row.line, "position", _("This must be a number from 0 to 9999."))
        if grid is None or grid.parent_id is None or position is None:
            continue
        name, number = row.values.get("estate", ""), row.values.get("number", "")
        here = (grid.parent_id, name, number)
        if seen.setdefault(here, row.line) != row.line:
            done.wrong(row.line, "number", already_on(seen[here]))
            continue
        place = (grid.parent_id, name)
        estate = estates.setdefault(place, Estate(community_id=grid.parent_id, name=name))
        before = standing.get((estate.pk, number)) if estate.pk else None
        if before is not None and not may(before.grid.path):
            done.wrong(row.line, "grid", not_yours())
            continue
        done.sort(
            before or Building(estate=estate, number=number),
            line=row.line,
            after={"grid": grid, "position": position},
        )
    return done


def prepare_venues(rows: list[Row], may: May) -> Prepared:
    done, grids = Prepared(), grids_of(rows)
    codes = {row.values.get("code", "").upper() for row in rows}
    standing = {v.code: v for v in Venue.objects.filter(code__in=codes).select_related("grid")}
    seen: dict[str, int] = {}
    for row in rows:
        code = row.values.get("code", "").upper()
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


def _venue_values(row: Row, done: Prepared) -> dict[str, object] | None:
    values, wrong = row.values, len(done.problems)
    kind = words.meaning(words.VENUES, values.get("kind", ""))
    if kind is None:
        done.wrong(row.line, "kind", allowed(words.choices(words.VENUES)))
    after: dict[str, object] = {"name": values.get("name", ""), "kind": kind}
    after |= {key: values[key] for key in ("place", "access") if key in values}
    for key, most in (("capacity", 9999), ("x", 1000), ("y", 700)):
        if key in values:
            after[key] = words.number(values[key], most=most)
            if after[key] is None:
                done.wrong(
                    row.line, key, _("This must be a number from 0 to %(most)d.") % {"most": most}
                )
    return None if len(done.problems) > wrong else after
