"""All that the page of one issue shows, in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from grids.queries.people import Holders, holders
from grids.standing import Standing
from issues.facts import Facts
from issues.models import (
    RUNNING,
    Assignment,
    Commitment,
    Deadline,
    Deliberation,
    Issue,
    Outcome,
    Photo,
    Support,
)
from issues.queries.facts import facts_of, with_facts
from issues.queries.said import Said, said_about
from issues.queries.unreached import reporter_unreached
from issues.queries.visible import visible_to
from ledger.queries.timeline import TimelineEntry, timeline

# Talks and results are read whole, with their venues and turns; a call is between two people.
READ = ("response", "addition", "finding", "word")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """`facts` are for what may be done, `reading` for what may be read (bodies that had it)."""

    issue: Issue
    facts: Facts
    reading: Facts
    turns: Sequence[Assignment]
    clocks: Sequence[Deadline]
    commitments: Sequence[Commitment]
    people: Holders
    photos: Sequence[Photo]
    said: Sequence[Said]
    talks: Sequence[Deliberation]
    outcomes: Sequence[Outcome]
    entries: Sequence[TimelineEntry]
    supporters: int
    supported: bool


def page_of(reference: str, standing: Standing, *, now: datetime) -> IssuePage:
    """Raises Issue.DoesNotExist where the issue is not the reader's to open."""
    issue = _issue(reference, standing)
    turns = list(
        Assignment.objects.filter(issue=issue).select_related("body").order_by("turn", "pk")
    )
    current = [turn for turn in turns if turn.left_at is None]
    gone = [turn for turn in turns if turn.left_at is not None]
    clocks = _clocks(issue)
    bodies = {turn.body_id for turn in turns} | {issue.grid_id, issue.community_id}
    return IssuePage(
        issue=issue,
        facts=facts_of(issue, current),
        reading=facts_of(issue, current, earlier=gone),
        turns=turns,
        clocks=[clock for clock in clocks if clock.is_running],
        commitments=_commitments(clocks),
        people=holders(bodies, now=now),
        photos=list(Photo.objects.filter(issue=issue).select_related("upload")),
        said=said_about(issue.pk, kinds=READ),
        talks=list(Deliberation.objects.filter(issue=issue).select_related("venue")),
        outcomes=list(Outcome.objects.filter(issue=issue).select_related("body", "assignment")),
        entries=timeline(issue.stream, issue.inside_stream),
        supporters=issue.supporters,  # type: ignore[attr-defined]
        supported=issue.supported,  # type: ignore[attr-defined]
    )


def _issue(reference: str, standing: Standing) -> Issue:
    supports = Support.objects.filter(issue=OuterRef("pk")).order_by()
    counted = supports.values("issue").annotate(n=Count("pk")).values("n")
    issues = with_facts(visible_to(standing)).select_related(
        "first_receiver", "building__estate", "venue", "merged_into"
    )
    return issues.annotate(
        supporters=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
        unreached=reporter_unreached(),
        supported=Exists(supports.filter(user_id=standing.user_id or 0)),
    ).get(reference=reference)


def _clocks(issue: Issue) -> list[Deadline]:
    """Those that run, and those of promises, kept or not."""
    wanted = RUNNING | Q(commitment__isnull=False)
    rows = Deadline.objects.filter(wanted, issue=issue).select_related("commitment__body")
    return list(rows.order_by("due_at", "pk"))


def _commitments(clocks: Sequence[Deadline]) -> list[Commitment]:
    """Every promise has a clock of its own, so they come with the clocks."""
    found = {c.commitment.pk: c.commitment for c in clocks if c.commitment is not None}
    return sorted(found.values(), key=lambda promise: (promise.promised_at, promise.pk))
