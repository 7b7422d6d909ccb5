"""Public matters with filters, newest first; the same for everyone who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    CharField,
    DateTimeField,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
)
from django.db.models.functions import JSONObject

from accounts.queries.prepared import Given
from acting.queries.among import among
from grids.models import Body, Category
from grids.queries.names import display_name, own_name
from issues.enums.activity import PhotoPurpose
from issues.enums.finding import SearchAudience
from issues.enums.stages import Stage
from issues.enums.tally import Figure
from issues.models import Assignment, Deadline, Issue, Photo, Tally
from issues.queries.finding import found
from issues.queries.first_promise import kept_first_promise
from issues.queries.owing import OWED_BY
from issues.search.ranking import Ranked

# Further than this nobody looks, and each one more would make the page slower.
MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the address bar carries; empty means all."""

    community: Body | None = None
    grid: Body | None = None
    matter_class: str = ""
    stage: str = ""
    level: str = ""
    category: Category | None = None
    words: str = ""


def public_issues(filters: Filters) -> QuerySet[Issue]:
    """Checked and public matters only, through the partial index, with what a card shows."""
    issues: QuerySet[Issue] = Issue.objects.public()
    if filters.grid is not None:
        issues = issues.filter(grid=filters.grid)
    elif filters.community is not None:
        issues = issues.filter(community=filters.community)
    if filters.matter_class:
        issues = issues.filter(matter_class=filters.matter_class)
    if filters.stage == "open":
        # Not by its stage: what is open stands in an index of its own, however much has ended.
        issues = issues.filter(ended_at=None)
    elif filters.stage:
        issues = issues.filter(stage=filters.stage)
    if filters.level:
        issues = issues.filter(level=filters.level)
    if filters.category is not None:
        issues = issues.filter(Q(category=filters.category) | Q(category__parent=filters.category))
    return issues.order_by("-raised_at", "-pk")


def count_of(issues: QuerySet[Issue]) -> int:
    """How many there are; one more than MOST_COUNTED means that there are more."""
    return issues.order_by()[: MOST_COUNTED + 1].count()


def found_in_list(filters: Filters) -> Ranked:
    """Keys of those that fit the words, best first.

    The names of the place go without saying. A number is found wherever it belongs.
    """
    community = filters.community
    if community is None:
        return Ranked([], [])
    return found(
        filters.words,
        public_issues(filters),
        communities=Body.objects.filter(pk=community.pk),
        audience=SearchAudience.EVERYONE,
        without_saying=(community.name, community.short_name, community.name_en),
        by_number=Issue.objects.public(),
    )


def for_cards(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Annotate holder, next date, who owes it, and the first picture that was chosen for
    everybody; put on after counting: so cheap.
    """
    lead = Assignment.objects.current().lead().filter(issue=OuterRef("pk"))
    shown = Photo.objects.filter(issue=OuterRef("pk"), shown=True, purpose=PhotoPurpose.RAISED)
    return issues.select_related("grid", "category").annotate(
        picture=Subquery(shown.order_by("position", "pk").values("upload__token")[:1]),
        holder=Subquery(lead.values("body")[:1]),
        holder_name=Subquery(lead.values(spoken=display_name())[:1], output_field=CharField()),
        taken_in_at=Subquery(lead.values("received_at")[:1], output_field=DateTimeField()),
        next_clock=Subquery(_next_clock(), output_field=JSONField()),
        first_kept=kept_first_promise(),
    )


def cards_of(keys: Sequence[int]) -> list[Issue]:
    """The public ones with these keys, in their order, with what a card shows."""
    issues = for_cards(Issue.objects.public().filter(among("pk", keys)))
    return sorted(issues, key=lambda issue: keys.index(issue.pk))


def _next_clock() -> QuerySet[Deadline, Any]:
    """What is owed first of an issue, or is late longest: the kind, the date and the body."""
    owed = Deadline.objects.owed().filter(issue=OuterRef("pk")).annotate(owing=OWED_BY)
    body = Body.objects.filter(pk=OuterRef("owing")).values(called=own_name())[:1]
    told = JSONObject(kind="kind", due="due_at", owing="owing", who=Subquery(body))
    return owed.order_by("due_at", "pk").values(told=told)[:1]


def open_counts(community: Body) -> dict[int, int]:
    """Public matters that are not done yet by grid, for the plan: as `numbers_of` tells them.

    Whoever has one need not have taken it in.
    """
    rows = Tally.objects.filter(community=community, figure=Figure.OPEN).order_by()
    summed = rows.values_list("part").annotate(n=Sum("amount"))
    return {grid: int(n) for grid, n in summed if n}


def recently_solved(community: Given) -> QuerySet[Issue]:
    """Solved by the resident's word and public, newest first.

    What is closed has ended: said here too, so that the index of what ended last is read.
    """
    solved = Issue.objects.public().filter(stage=Stage.CLOSED, ending="solved")
    ended = solved.filter(community=community, ended_at__isnull=False)
    return ended.select_related("grid").order_by("-ended_at", "-pk")
