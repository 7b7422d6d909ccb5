"""Departments and partners that serve the place of a matter, the competent ones first."""

from __future__ import annotations

from dataclasses import dataclass

from grids.enums import BodyKind
from grids.models import Body, Category, Competence
from issues.models import Issue


@dataclass(frozen=True, slots=True)
class Server:
    """`answers_for` is the category that makes it competent, None where there is none."""

    body: Body
    answers_for: Category | None


def serving(issue: Issue) -> list[Server]:
    """Everyone who may lead or join here: those of the grid, community, street and district.

    Competent for the matter's own category first, then for the one above it, nearest first.
    """
    around = [int(key) for key in issue.grid.path.strip("/").split("/")]
    bodies = Body.objects.filter(
        parent_id__in=around, kind__in=(BodyKind.DEPARTMENT, BodyKind.PARTNER), active=True
    )
    competent = _competent(issue)
    servers = [Server(body, competent.get(body.pk)) for body in bodies]
    return sorted(servers, key=lambda one: _rank(one, issue, around))


def _competent(issue: Issue) -> dict[int, Category]:
    """Departments that answer for the category or the one above it, by their key."""
    if issue.category is None:
        return {}
    wanted = {issue.category_id, issue.category.parent_id}
    found = Competence.objects.filter(category__in=wanted - {None}).select_related("category")
    # The more exact one is kept where a department answers for both.
    ordered = sorted(found, key=lambda row: row.category_id == issue.category_id)
    return {row.department_id: row.category for row in ordered}


def _rank(one: Server, issue: Issue, around: list[int]) -> tuple[bool, bool, bool, int, str]:
    exact = one.answers_for is not None and one.answers_for.pk == issue.category_id
    depth = around.index(one.body.parent_id) if one.body.parent_id in around else 0
    is_partner = one.body.kind == BodyKind.PARTNER
    return (one.answers_for is None, not exact, is_partner, -depth, one.body.path)
