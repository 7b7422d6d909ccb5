"""All that a desk shows of one case: six statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from grids.queries.people import Holders, holders
from grids.standing import Standing
from issues.facts import Facts
from issues.models import Assignment, Deadline, Issue, Photo
from issues.queries.facts import facts_of, with_facts
from issues.queries.said import Said, said_about
from issues.queries.unreached import reporter_unreached
from issues.queries.visible import seen_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    issue: Issue
    facts: Facts
    turns: Sequence[Assignment]
    clocks: Sequence[Deadline]
    people: Holders
    photos: Sequence[Photo]
    history: Sequence[Said]


def case_of(reference: str, standing: Standing, *, now: datetime) -> CasePage:
    """Raises Issue.DoesNotExist where the person does not see inside it."""
    issue = (
        with_facts(seen_inside(standing))
        .select_related("building__estate", "venue", "sweep_failure")
        .annotate(unreached=reporter_unreached())
        .get(reference=reference)
    )
    turns = list(
        Assignment.objects.filter(issue=issue)
        .select_related("body", "sent_by")
        .order_by("turn", "pk")
    )
    running = Deadline.objects.running().filter(issue=issue).select_related("commitment")
    bodies = {turn.body_id for turn in turns} | {issue.grid_id, issue.community_id}
    return CasePage(
        issue=issue,
        facts=facts_of(issue, [turn for turn in turns if turn.left_at is None]),
        turns=turns,
        clocks=list(running.order_by("due_at", "pk")),
        people=holders(bodies, now=now),
        photos=list(Photo.objects.filter(issue=issue).select_related("upload")),
        history=said_about(issue.pk),
    )
