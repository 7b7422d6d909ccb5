"""Departments and partners that serve the place of a matter, the competent ones first."""

from __future__ import annotations

from dataclasses import dataclass

from grids.enums import BodyKind
from grids.models import Body, Category
from grids.queries.routing_data import routing_for
from grids.queries.serving import around, offices_serving
from issues.models import Issue


@dataclass(frozen=True, slots=True)
class Candidate:
    """`answers_for` is the category that makes the body competent; None if it is not."""

    body: Body
    answers_for: Category | None


def serving(issue: Issue) -> list[Candidate]:
    """All bodies that may lead or join: those of the grid, community, street and district.

    First those competent for the matter's category, then for its parent; of these the nearest.
    """
    path = issue.grid.path
    table = routing_for({issue.grid_id})
    categories = _categories(issue)
    candidates = [
        Candidate(body, categories.get(table.answers_for(body.pk, issue.category_id)))
        for body in offices_serving(path)
    ]
    return sorted(candidates, key=lambda one: _rank(one, issue, around(path)))


def _categories(issue: Issue) -> dict[int | None, Category]:
    """The matter's category and its parent, by key."""
    own = issue.category
    above = own.parent if own is not None else None
    return {one.pk: one for one in (own, above) if one is not None}


def _rank(one: Candidate, issue: Issue, places: list[int]) -> tuple[bool, bool, bool, int, str]:
    exact = one.answers_for is not None and one.answers_for.pk == issue.category_id
    depth = places.index(one.body.parent_id) if one.body.parent_id in places else 0
    is_partner = one.body.kind == BodyKind.PARTNER
    return (one.answers_for is None, not exact, is_partner, -depth, one.body.path)
