"""What is needed to find the next body for many issues, in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q

from grids.enums import BodyKind
from grids.models import Body, Category, Competence


@dataclass(frozen=True, slots=True)
class BodyFact:
    id: int
    kind: str
    parent_id: int | None
    path: str
    active: bool
    general_office: bool


@dataclass(frozen=True, slots=True)
class RoutingTable:
    """Plain values about the bodies asked for. Its methods read nothing from the database."""

    bodies: Mapping[int, BodyFact]
    offices: Mapping[int, int]
    competences: Mapping[tuple[int, int], tuple[int, ...]]
    parents: Mapping[int, int | None]

    def street_of(self, body_id: int) -> int | None:
        return self._above(body_id, BodyKind.STREET)

    def general_office(self, street_id: int) -> int | None:
        """The active general office; an active street always has one (kept by a trigger)."""
        return self.offices.get(street_id)

    def competent(
        self,
        street_id: int,
        category_id: int | None,
        level: Literal["street", "district"] = "street",
    ) -> tuple[int, ...]:
        """Active departments that answer for the category, otherwise those for its parent.

        The general office is left out: the matter stands there while one is looked for.
        """
        place = street_id if level == "street" else self.bodies[street_id].parent_id
        return self._nearest(place, category_id)[1]

    def answers_for(self, body_id: int, category_id: int | None) -> int | None:
        """The category by which a body is competent for `category_id`; None if it is not."""
        nearest, departments = self._nearest(self.bodies[body_id].parent_id, category_id)
        return nearest if body_id in departments else None

    def _nearest(
        self, place: int | None, category_id: int | None
    ) -> tuple[int | None, tuple[int, ...]]:
        """The category itself, or its parent if nobody at `place` answers for it."""
        while category_id is not None and place is not None:
            found = self.competences.get((place, category_id))
            if found:
                return category_id, found
            category_id = self.parents.get(category_id)
        return None, ()

    def _above(self, body_id: int, kind: BodyKind) -> int | None:
        """The body of `kind` among `body_id` and those above it."""
        for identity in reversed(self.bodies[body_id].path.strip("/").split("/")):
            if self.bodies[int(identity)].kind == kind:
                return int(identity)
        return None


def routing_for(body_ids: Iterable[int]) -> RoutingTable:
    """Read the streets and districts of `body_ids` with the bodies directly under them.

    Four queries however many issues are routed: the two-level tree of categories is small and
    read whole.
    """
    paths = Body.objects.filter(pk__in=set(body_ids)).values_list("path", flat=True)
    bodies = _bodies(set(paths))
    return RoutingTable(
        bodies=bodies,
        offices={
            fact.parent_id: fact.id
            for fact in bodies.values()
            if fact.general_office and fact.active and fact.parent_id is not None
        },
        competences=_competences(bodies),
        parents=dict(Category.objects.values_list("pk", "parent_id")),
    )


def _bodies(paths: set[str]) -> dict[int, BodyFact]:
    if not paths:
        return {}
    below = Q()
    for district, street in {_top_two(path) for path in paths}:
        below |= Q(pk=district) | Q(parent_id=district)
        if street:
            below |= Q(path__startswith=f"/{district}/{street}/")
    rows = Body.objects.filter(below).values_list(
        "pk", "kind", "parent_id", "path", "active", "general_office"
    )
    return {row[0]: BodyFact(*row) for row in rows}


def _top_two(path: str) -> tuple[str, str]:
    steps = path.strip("/").split("/")
    return steps[0], steps[1] if len(steps) > 1 else ""


def _competences(bodies: Mapping[int, BodyFact]) -> dict[tuple[int, int], tuple[int, ...]]:
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    rows = Competence.objects.order_by("department_id").values_list("department_id", "category_id")
    for department_id, category_id in rows:
        fact = bodies.get(department_id)
        if fact is None or not fact.active or fact.general_office or fact.parent_id is None:
            continue
        found[fact.parent_id, category_id].append(department_id)
    return {key: tuple(departments) for key, departments in found.items()}
