"""Whether the kept figures of communities are what a count of their matters gives."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, DecimalField, F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from grids.enums import BodyKind
from grids.models import Body
from issues.enums import DeadlineKind, Ending, Figure, Level, Visibility
from issues.models import Deadline, Issue, Outcome, Tally

ZERO = Value(0, output_field=DecimalField())


def wrong_tallies() -> list[tuple[str, str]]:
    """Each community, by its code, with a figure that is kept wrongly."""
    communities = Body.objects.filter(kind=BodyKind.COMMUNITY).order_by("pk")
    wrong: list[tuple[str, str]] = []
    for figure, counted in _counted().items():
        kept = Tally.objects.filter(community=OuterRef("pk"), figure=figure).order_by()
        summed = kept.values("community").annotate(n=Sum("amount")).values("n")
        differing = communities.annotate(
            kept=Coalesce(Subquery(summed), ZERO),
            counted=Coalesce(Subquery(counted, output_field=DecimalField()), ZERO),
        ).exclude(kept=F("counted"))
        wrong += [(code, figure.value) for code in differing.values_list("code", flat=True)]
    return wrong


def _counted() -> dict[Figure, QuerySet[Any, Any]]:
    """What each figure is, counted anew for the community that is asked."""
    matters = Issue.objects.filter(community=OuterRef("pk")).order_by().values("community")
    here = Q(issue__community=OuterRef("pk"))
    clocks = Deadline.objects.filter(here, kind=DeadlineKind.RECEIVE, void_at=None)
    received = clocks.order_by().values("issue__community")
    public, solved = Q(visibility=Visibility.PUBLIC), Q(ending=Ending.SOLVED)
    open_now = public & Q(ended_at=None)
    counts = {
        Figure.RAISED: matters.filter(public),
        Figure.OPEN: matters.filter(open_now),
        Figure.DEPARTMENTS: matters.filter(open_now, level=Level.DEPARTMENT),
        Figure.SOLVED: matters.filter(public & solved),
        Figure.SETTLED: matters.filter(solved),
        Figure.TAKEN_IN: received.filter(met_at__isnull=False),
        Figure.TAKEN_LATE: received.filter(breached_at__isnull=False),
    }
    told = Q(issue__visibility=Visibility.PUBLIC, issue__ending=Ending.SOLVED)
    cost = Outcome.objects.filter(here & told).order_by().values("issue__community")
    return {
        **{figure: rows.annotate(n=Count("pk")).values("n") for figure, rows in counts.items()},
        Figure.MONEY: cost.annotate(n=Sum("money")).values("n"),
    }
