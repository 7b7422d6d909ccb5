"""What is needed to find the next body for many issues, in one statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, Q, QuerySet

from accounts.queries.prepared import given_keys
from acting.queries.among import Among, among
from acting.queries.together import PreparedTogether
from grids.models import Body, Category, Competence


@dataclass(frozen=True, slots=True)
class RoutingTable:
    """The bodies asked for, by key. Its methods read nothing from the database."""

    bodies: Mapping[int, Body]
    offices: Mapping[int, int]
    competences: Mapping[tuple[int, int], tuple[int, ...]]
    parents: Mapping[int, int | None]

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


def routing_for(body_ids: Iterable[int]) -> RoutingTable:
    """Read what `body_ids` lie in, themselves too, with the bodies directly under any of these.

    One statement however many issues are routed: the two-level tree of categories is small and
    read whole.
    """
    found, competences, categories = _rows(places=sorted(set(body_ids)))
    bodies = {body.pk: body for body in found}
    return RoutingTable(
        bodies=bodies,
        offices={
            body.parent_id: body.pk
            for body in found
            if body.general_office and body.active and body.parent_id is not None
        },
        competences=_competences(bodies, competences),
        parents=dict(categories),
    )


class _Steps(Func):
    """A row for each body on the way down to a path."""

    template = "unnest(string_to_array(trim('/' from %(expressions)s), '/')::bigint[])"
    output_field = BigIntegerField()
    set_returning = True


def _way_down() -> ArraySubquery:
    places = Body.objects.filter(among("pk", given_keys("places"))).order_by()
    steps = places.annotate(step=_Steps("path")).values("step")
    return ArraySubquery(steps, output_field=ArrayField(BigIntegerField()))


@PreparedTogether
def _rows() -> Sequence[QuerySet[Any, Any]]:
    near = Q(Among("pk", _way_down())) | Q(Among("parent", _way_down()))
    competences = Competence.objects.filter(Among("department__parent", _way_down()))
    return (
        Body.objects.filter(near).order_by(),
        competences.order_by("department_id").values_list("department_id", "category_id"),
        Category.objects.order_by().values_list("pk", "parent_id"),
    )


def _competences(
    bodies: Mapping[int, Body], rows: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, ...]]:
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for department_id, category_id in rows:
        body = bodies.get(department_id)
        if body is None or not body.active or body.general_office or body.parent_id is None:
            continue
        found[body.parent_id, category_id].append(department_id)
    return {key: tuple(departments) for key, departments in found.items()}
