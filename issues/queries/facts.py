"""Read issues with the facts that rules need: one query for them and one for their holders."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from grids.models import Body
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnRole
from issues.facts import Facts, HoldingBody
from issues.models import (
    Addition,
    Assignment,
    CallBack,
    Deliberation,
    Finding,
    Issue,
    Outcome,
)


class FactsMissingError(LookupError):
    """An issue was read without `with_facts`, so no rule can decide about it."""


def with_facts(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Annotate the counts that `facts_of` reads, without joins that would multiply rows."""
    with_names = issues.select_related("community__schedule", "grid", "category", "reporter")
    return with_names.annotate(**_annotations())


def with_sittings(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """With the sittings at which each was talked over, which `talks_with` asks for."""
    talks = Deliberation.objects.filter(issue=OuterRef("pk"), sitting__isnull=False)
    return issues.annotate(sittings=ArraySubquery(talks.order_by().values("sitting")))


def talks_with(issue: Issue, sitting: UUID) -> int:
    """How often it was talked over, this sitting included, once its talk is written down."""
    known = sitting in _read(issue, "sittings")
    return int(_read(issue, "deliberation_count")) + (0 if known else 1)


@cache
def _annotations() -> dict[str, Any]:
    """Built once, since each act asks for these. Django copies them before it resolves them."""
    last_outcome = Outcome.objects.filter(
        issue=OuterRef("pk"), assignment__role=TurnRole.LEAD
    ).order_by("-pk")
    waiting = Addition.objects.filter(
        issue=OuterRef("pk"), shown_at=None, added_at__gt=OuterRef("published_at")
    )
    adopted = Deliberation.objects.filter(resolved=True)
    decided = Deliberation.objects.filter(issue=OuterRef("pk"), resolved__isnull=False)
    merged = Issue.objects.filter(merged_into=OuterRef("pk"))
    return {
        "finding_count": _count(Finding.objects.all()),
        "deliberation_count": _count(Deliberation.objects.all(), TALKS),
        "resolution_count": _count(adopted.filter(quorate=True)),
        "owners_note": _newest(decided, F("owners_note")),
        "assembly_note": _newest(decided, F("assembly_note")),
        "council_asks": _newest(adopted.filter(issue=OuterRef("pk")), STILL_ASKED),
        "call_back_count": _count(CallBack.objects.filter(round=OuterRef("unsolved_rounds") + 1)),
        "additions_wait": Exists(waiting),
        # One per merged matter; None if it was written down for somebody without an account.
        "merged_reporters": ArraySubquery(merged.order_by().values("reporter_id")),
        "delivered_by": Subquery(last_outcome.values("by")[:1]),
        "awaits_verification": Exists(
            last_outcome.filter(
                needs_verification=True,
                verified_at__isnull=True,
                refused_at__isnull=True,
                round=OuterRef("unsolved_rounds") + 1,
                assignment__left_at__isnull=True,
            )
        ),
    }


ROWS = Count("pk")
# Several motions of one sitting are one talk.
TALKS = Count("pk", filter=Q(sitting=None)) + Count("sitting", distinct=True)
# A turn that has ended owes nothing more.
STILL_ASKED = Case(When(asked_of__left_at=None, then=F("asks")), default=Value(""))


def _count(rows: QuerySet[Any], number: Any = ROWS) -> Coalesce:
    counted = rows.filter(issue=OuterRef("pk")).order_by().values("issue")
    return Coalesce(
        Subquery(counted.annotate(n=number).values("n"), output_field=IntegerField()), 0
    )


def _newest(rows: QuerySet[Any], of_it: Any) -> Coalesce:
    """The value `of_it` in the row that was written down last; empty if there is no row."""
    told = rows.order_by("-pk").annotate(told=of_it).values("told")
    return Coalesce(Subquery(told[:1], output_field=CharField()), Value(""))


def facts_of(issue: Issue, turns: Iterable[Assignment]) -> Facts:
    """Facts of an issue that came through `with_facts`, and of its turns.

    Turns that ended are needed only to ask who may read. Raises FactsMissingError for any other
    issue: a count read as 0 or nobody would be a wrong permission that no one notices.
    """
    current: list[Assignment] = []
    earlier: list[Assignment] = []
    for turn in turns:
        (current if turn.left_at is None else earlier).append(turn)
    lead = next((turn for turn in current if turn.role == TurnRole.LEAD), None)
    return Facts(
        stage=Stage(issue.stage),
        level=Level(issue.level),
        matter_class=issue.matter_class,
        visibility=Visibility(issue.visibility),
        is_dispute=issue.is_dispute,
        reporter_id=issue.reporter_id,
        first_receiver_id=issue.first_receiver_id,
        grid_path=issue.grid.path,
        community_path=issue.community.path,
        street_path=above(issue.community.path),
        lead=None if lead is None else holder_of(lead),
        joints=tuple(holder_of(turn) for turn in current if turn.role == TurnRole.JOINT),
        earlier=tuple(holder_of(turn) for turn in earlier),
        delivered_by=_read(issue, "delivered_by"),
        awaits_verification=_read(issue, "awaits_verification"),
        findings=_read(issue, "finding_count"),
        deliberations=_read(issue, "deliberation_count"),
        resolutions=_read(issue, "resolution_count"),
        owners_note=_read(issue, "owners_note"),
        assembly_note=_read(issue, "assembly_note"),
        asked=_read(issue, "council_asks"),
        call_backs=_read(issue, "call_back_count"),
        private_wish=issue.private_wish,
        additions_wait=_read(issue, "additions_wait"),
        merged_reporters=frozenset(filter(None, _read(issue, "merged_reporters"))),
    )


def _read(issue: Issue, annotation: str) -> Any:
    try:
        return getattr(issue, annotation)
    except AttributeError as missing:
        raise FactsMissingError(f"{annotation}: read the issue with_facts()") from missing


def above(path: str) -> str:
    """The path of a body's parent: `/1/5/9/` → `/1/5/`."""
    return path.rstrip("/").rpartition("/")[0] + "/"


def holder_of(turn: Assignment) -> HoldingBody:
    return holding(turn.body, received=turn.received_at is not None)


def holding(body: Body, *, received: bool = False) -> HoldingBody:
    return HoldingBody(
        body_id=body.pk,
        kind=body.kind,
        path=body.path,
        general_office=body.general_office,
        received=received,
    )
