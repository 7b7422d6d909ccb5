"""What a sweep leaves behind, read back for tests."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from clocks.hours import SHANGHAI
from grids.models import Body
from issues.enums.deadlines import DeadlineKind
from issues.models import Assignment, Deadline, Issue
from issues.queries.chain_soundness import broken_chains
from ledger.queries.timeline import timeline
from notifications.models import Notice


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment of November 2026; the 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def fresh(issue: Issue) -> Issue:
    assert broken_chains() == []
    return Issue.objects.get(pk=issue.pk)


def lead_of(issue: Issue) -> Assignment:
    return Assignment.objects.current().lead().select_related("body").get(issue=issue)


def holder(issue: Issue) -> Body:
    return lead_of(issue).body


def running(issue: Issue) -> set[str]:
    return set(Deadline.objects.running().filter(issue=issue).values_list("kind", flat=True))


def clock(issue: Issue, kind: DeadlineKind) -> Deadline:
    return Deadline.objects.running().get(issue=issue, kind=kind)


def kinds(issue: Issue) -> list[str]:
    return [entry.kind.removeprefix("issue.") for entry in timeline(issue.stream)]


def told(user: User, kind: str) -> int:
    return Notice.objects.filter(recipient=user, kind=f"issue.{kind}").count()
