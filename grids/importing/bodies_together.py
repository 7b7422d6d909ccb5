"""What bodies must fit together, as they would stand after the import."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from grids.enums import BodyKind
from grids.importing.prepared import PreparedImport
from grids.importing.table import Row
from grids.models import Body, Building

PREFIX = re.compile(r"[A-Z]{2,6}")


def check_together(done: PreparedImport, rows: Mapping[str, Row]) -> None:
    """`rows` are the lines by code. Problems are noted in `done`."""
    bodies = [body for body in [*done.new, *done.changed] if isinstance(body, Body)]
    _check_offices(done, bodies, rows)
    _check_prefixes(done, bodies, rows)
    _check_moved_grids(done, bodies, rows)


def _check_offices(done: PreparedImport, bodies: list[Body], rows: Mapping[str, Row]) -> None:
    """Each street has one general office, no more and, once it had one or is new, no less."""
    offices = Body.objects.filter(general_office=True).select_related("parent")
    before = {body.code: (body.parent, body.active) for body in offices if body.parent}
    touched = [body for body in bodies if body.kind == BodyKind.DEPARTMENT]
    after = _offices_after(done, before, touched, rows)
    closed = {code for code, (_street, active) in before.items() if not active}
    led = {street for code, street in after.items() if code not in closed}
    for body in touched:
        street, _was_active = before.get(body.code, (None, False))
        if street is not None and street.active and street.code not in led:
            done.wrong(rows[body.code].line, "general_office", _no_office(street.name))
    for body in bodies:
        if body.pk is None and body.kind == BodyKind.STREET and body.code not in led:
            done.wrong(rows[body.code].line, "general_office", _office_needed())


def _offices_after(
    done: PreparedImport,
    before: Mapping[str, tuple[Body, bool]],
    touched: list[Body],
    rows: Mapping[str, Row],
) -> dict[str, str]:
    """By office, the code of its street; a second one of a street is a problem."""
    named = {body.code for body in touched}
    # First those that the file leaves alone.
    offices = {code: street.code for code, (street, _active) in before.items() if code not in named}
    holder = {street: code for code, street in offices.items()}
    for body in touched:
        if not body.general_office:
            continue
        street = body.__dict__["above"]
        if (other := holder.setdefault(street, body.code)) != body.code:
            done.wrong(rows[body.code].line, "general_office", _second_office(other))
        offices[body.code] = street
    return offices


def _second_office(other: str) -> str:
    return _("This street already has a general office: %(code)s. Only one may have “yes”.") % {
        "code": other
    }


def _no_office(street: str) -> str:
    return _("Then %(street)s has no general office. Give it another one in the same file.") % {
        "street": street
    }


def _office_needed() -> str:
    return _(
        "Every street has a general office before it may open. Add it as a"
        " department under this street, with “yes” in this column."
    )


def _check_prefixes(done: PreparedImport, bodies: list[Body], rows: Mapping[str, Row]) -> None:
    taken = dict(Body.objects.exclude(prefix="").values_list("prefix", "code"))
    for body in bodies:
        if body.kind != BodyKind.COMMUNITY:
            continue
        line = rows[body.code].line
        if not PREFIX.fullmatch(body.prefix):
            done.wrong(line, "prefix", _("A community needs a prefix of 2 to 6 capital letters."))
        elif taken.setdefault(body.prefix, body.code) != body.code:
            done.wrong(line, "prefix", _("Another community already uses this prefix."))


def _check_moved_grids(done: PreparedImport, bodies: list[Body], rows: Mapping[str, Row]) -> None:
    moved = {
        body.pk: body
        for body in bodies
        if body.kind == BodyKind.GRID
        and body.pk is not None
        and "parent_id" in done.lines[rows[body.code].line].before
    }
    for grid in Building.objects.filter(grid__in=moved).values_list("grid", flat=True).distinct():
        done.wrong(
            rows[moved[grid].code].line,
            "parent",
            _("This grid has buildings; move them to another grid before the grid moves."),
        )
