"""The published numbers of a community: raised, solved, taken in on time (S9, S12)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum

from grids.models import Body, Category
from issues.enums.tally import Figure
from issues.models import Tally


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers on the home page.

    `in_time` is the percentage of matters taken in on time; None if there are none.
    `settled_disputes` counts disputes settled in confidence (S13). Apart from these two, only
    public matters are counted (rules §5): unpublished ones may be late too.
    """

    raised: int
    open: int
    with_departments: int
    solved: int
    settled_disputes: int
    in_time: int | None
    money: int


def numbers_of(community: Body) -> Numbers:
    """One query, over what is kept of the community: no matter is looked at."""
    private = Category.objects.filter(private=True).values("pk")
    told = ~Q(figure=Figure.SETTLED) | Q(part__in=private)
    rows = Tally.objects.filter(told, community=community).order_by()
    summed = rows.values_list("figure").annotate(all=Sum("amount"))
    return _told({Figure(figure): amount for figure, amount in summed})


def _told(kept: dict[Figure, Decimal]) -> Numbers:
    def of(figure: Figure) -> int:
        return int(kept.get(figure, 0))

    total = of(Figure.TAKEN_IN) + of(Figure.TAKEN_LATE)
    return Numbers(
        raised=of(Figure.RAISED),
        open=of(Figure.OPEN),
        with_departments=of(Figure.DEPARTMENTS),
        solved=of(Figure.SOLVED),
        settled_disputes=of(Figure.SETTLED),
        in_time=round(of(Figure.TAKEN_IN) * 100 / total) if total else None,
        money=of(Figure.MONEY),
    )
