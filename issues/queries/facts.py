"""Issues with what rules need to know, in one query for the issues and one for their holders."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from issues.enums import Level, Stage, TurnRole, Visibility
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

# What `with_facts` puts on an issue beside its own columns.
ANNOTATIONS = (
    "finding_count",
    "deliberation_count",
    "call_back_count",
    "additions_wait",
    "delivered_by",
    "awaits_verification",
)


class MissingFacts(AttributeError):
    """The issue was not read through `with_facts`."""


def with_facts(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Annotate the counts that `facts_of` reads, without joining what would multiply rows."""
    last_outcome = Outcome.objects.filter(
        issue=OuterRef("pk"), assignment__role=TurnRole.LEAD
    ).order_by("-pk")
    waiting = Addition.objects.filter(
        issue=OuterRef("pk"), shown_at=None, added_at__gt=OuterRef("published_at")
    )
    return issues.select_related("community__schedule", "grid", "category", "reporter").annotate(
        finding_count=_count(Finding.objects.all()),
        deliberation_count=_count(Deliberation.objects.all()),
        call_back_count=_count(CallBack.objects.filter(round=OuterRef("unsolved_rounds") + 1)),
        additions_wait=Exists(waiting),
        delivered_by=Subquery(last_outcome.values("by")[:1]),
        awaits_verification=Exists(
            last_outcome.filter(
                needs_verification=True,
                verified_at__isnull=True,
                refused_at__isnull=True,
                round=OuterRef("unsolved_rounds") + 1,
                assignment__left_at__isnull=True,
            )
        ),
    )


def _count(rows: QuerySet) -> Coalesce:  # type: ignore[type-arg]
    counted = rows.filter(issue=OuterRef("pk")).order_by().values("issue")
    return Coalesce(
        Subquery(counted.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
    )


def facts_of(issue: Issue, turns: Iterable[Assignment]) -> Facts:
    """Facts of an issue that came through `with_facts`, and of its turns.

    Turns that ended are needed only to ask who may read. Raises MissingFacts for an issue that
    came another way: counts read as nothing would be wrong permissions.
    """
    missing = [name for name in ANNOTATIONS if not hasattr(issue, name)]
    if missing:
        raise MissingFacts(f"Read the issue through with_facts(): {', '.join(missing)}.")
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
        delivered_by=issue.delivered_by,  # type: ignore[attr-defined]
        awaits_verification=issue.awaits_verification,  # type: ignore[attr-defined]
        findings=issue.finding_count,  # type: ignore[attr-defined]
        deliberations=issue.deliberation_count,  # type: ignore[attr-defined]
        call_backs=issue.call_back_count,  # type: ignore[attr-defined]
        private_wish=issue.private_wish,
        additions_wait=issue.additions_wait,  # type: ignore[attr-defined]
    )


def above(path: str) -> str:
    """The path of a body's parent: `/1/5/9/` → `/1/5/`."""
    return path.rstrip("/").rpartition("/")[0] + "/"


def holder_of(turn: Assignment) -> HoldingBody:
    return HoldingBody(
        body_id=turn.body_id,
        kind=turn.body.kind,
        path=turn.body.path,
        general_office=turn.body.general_office,
        received=turn.received_at is not None,
    )
