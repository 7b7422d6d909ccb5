"""Whose desk may be opened by whom. Pure."""

from __future__ import annotations

from grids.enums import BodyKind, Role
from grids.models import Body
from grids.standing import Standing
from issues.rules import HANDS

# The kinds that have a desk, as they stand in the address; partners sit at a department's.
DESK_KINDS: dict[str, frozenset[str]] = {
    "grid": frozenset({BodyKind.GRID}),
    "community": frozenset({BodyKind.COMMUNITY}),
    "street": frozenset({BodyKind.STREET}),
    "department": frozenset({BodyKind.DEPARTMENT, BodyKind.PARTNER}),
}


def may_open(standing: Standing, body: Body) -> bool:
    """True for people who work at the body, and for those who oversee it."""
    if standing.holds(*HANDS.get(body.kind, ()), body_id=body.pk):
        return True
    if body.kind == BodyKind.GRID:
        return standing.holds_over(Role.STAFF, Role.LEAD, path=body.path)
    if body.kind == BodyKind.STREET:
        return standing.holds_over(Role.DISPATCHER, Role.SUPERVISOR, path=body.path)
    return body.general_office and standing.holds_over(Role.DISPATCHER, path=body.path)


def supervises(standing: Standing, body: Body) -> bool:
    return standing.holds_over(Role.SUPERVISOR, path=body.path)


def only_supervises(standing: Standing, body: Body) -> bool:
    """True for supervisors who are no dispatchers: they read who is late, but name no lead."""
    return supervises(standing, body) and not standing.holds_over(Role.DISPATCHER, path=body.path)


def kind_of_desk(body: Body) -> str:
    return next(kind for kind, bodies in DESK_KINDS.items() if body.kind in bodies)
