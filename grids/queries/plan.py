"""A community's plan: its grids as polygons and its venues as points.

Outlines are kept in a field of 1000 × 700 and drawn in one of 320 × 224, so that names of
14 units can be read on a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from django.db.models.functions import Length

from grids.models import Body, Venue

FIELD = 1000
WIDTH, HEIGHT = 320, 224
# With this many grids or more, whole names don't fit into the shapes.
MANY = 7


@dataclass(frozen=True, slots=True)
class GridShape:
    id: int
    name: str
    # Written into the shape: the name without what the names of all grids share.
    label: str
    points: str
    label_x: int
    label_y: int
    count: int | None = None
    href: str = ""
    level_class: str = ""


@dataclass(frozen=True, slots=True)
class VenuePoint:
    name: str
    x: int
    y: int
    href: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What `components/plan.html` draws. A list beside the drawing says the same."""

    title: str
    width: int
    height: int
    grids: tuple[GridShape, ...]
    venues: tuple[VenuePoint, ...]

    @property
    def drawable(self) -> bool:
        return any(grid.points for grid in self.grids)


def plan_of(
    community: Body,
    *,
    grids: Iterable[Body] | None = None,
    venues: Iterable[Venue] = (),
    counts: Mapping[int, int] | None = None,
    overdue: Collection[int] = (),
    grid_href: Callable[[Body], str] = lambda _: "",
    venue_href: Callable[[Venue], str] = lambda _: "",
) -> Plan:
    """The plan of `community`; one query for its grids unless they are given.

    With `counts` (open matters by grid id) each grid shows its number and is coloured in steps
    by its share of the largest; grids in `overdue` have a colour of their own.
    """
    if grids is None:
        grids = community.children.filter(kind="grid", active=True).order_by(Length("code"), "code")
    grids = list(grids)
    labels = labels_of([grid.call_name for grid in grids])
    most = max(counts.values(), default=0) if counts else 0
    return Plan(
        title=community.display_name,
        width=WIDTH,
        height=HEIGHT,
        grids=tuple(
            _shape(grid, label, counts, most, late=grid.pk in overdue, href=grid_href(grid))
            for grid, label in zip(grids, labels, strict=True)
        ),
        venues=tuple(
            VenuePoint(v.display_name, drawn(v.x), drawn(v.y), venue_href(v), v.kind)
            for v in venues
            if v.x or v.y
        ),
    )


def labels_of(names: Sequence[str]) -> list[str]:
    """Names to write into the shapes; for many grids, only what tells them apart.

    第一网格 … 第十四网格 become 一 … 十四; a few grids keep their names.
    """
    if len(names) < MANY:
        return list(names)
    head = _shared(names)
    tail = _shared([name[::-1] for name in names])
    cut = [name[head : len(name) - tail].strip() for name in names]
    return cut if all(cut) else list(names)


def _shared(names: Sequence[str]) -> int:
    """How many first characters all names have in common."""
    return sum(1 for _ in takewhile(lambda same: len(set(same)) == 1, zip(*names, strict=False)))


def _shape(
    grid: Body,
    label: str,
    counts: Mapping[int, int] | None,
    most: int,
    *,
    late: bool,
    href: str,
) -> GridShape:
    corners = corners_of(grid.outline)
    label_x, label_y = place_of_name(corners)
    count = None if counts is None else counts.get(grid.pk, 0)
    return GridShape(
        id=grid.pk,
        name=grid.call_name,
        label=label,
        points=" ".join(f"{drawn(x)},{drawn(y)}" for x, y in corners),
        label_x=drawn(label_x),
        label_y=drawn(label_y),
        count=count,
        href=href,
        level_class="has-overdue" if late else level_class(count or 0, most),
    )


def drawn(value: int) -> int:
    return round(value * WIDTH / FIELD)


def level_class(count: int, most: int) -> str:
    """The CSS class: none without matters, otherwise has-1 to has-3 by share of the largest."""
    if not count or not most:
        return ""
    return f"has-{min(3, 1 + (count * 3 - 1) // most)}"


def corners_of(outline: str) -> list[tuple[int, int]]:
    """Points of "x,y x,y …" without what is no number; none if fewer than three are left."""
    corners: list[tuple[int, int]] = []
    for part in outline.split():
        x, _, y = part.partition(",")
        if x.isdigit() and y.isdigit():
            corners.append((int(x), int(y)))
    return corners if len(corners) >= 3 else []


def place_of_name(corners: list[tuple[int, int]]) -> tuple[int, int]:
    """Above the middle of the shape, so that the points of venues stay free below it."""
    if not corners:
        return 0, 0
    x, y = centre(corners)
    top = min(corner[1] for corner in corners)
    return x, top + (y - top) * 2 // 5


def centre(corners: list[tuple[int, int]]) -> tuple[int, int]:
    """The centroid of a polygon."""
    area = x_sum = y_sum = 0.0
    for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
        cross = x1 * y2 - x2 * y1
        area += cross
        x_sum += (x1 + x2) * cross
        y_sum += (y1 + y2) * cross
    if not area:
        return corners[0]
    return round(x_sum / (3 * area)), round(y_sum / (3 * area))
