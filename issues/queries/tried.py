"""What was tried on a matter so far, for whoever sends it on."""

from __future__ import annotations

from dataclasses import dataclass

from issues.models import Deliberation, Finding, Issue, Response

LONGEST = 120
MOST = 3


@dataclass(frozen=True, slots=True)
class Tried:
    answers: int
    findings: int
    talks: int
    agreed: tuple[str, ...]


def tried_here(issue: Issue) -> Tried:
    """Counts of what is on record, and what was agreed last. Names of people are not in it."""
    talks = list(
        Deliberation.objects.filter(issue=issue)
        .order_by("-held_at")
        .values_list("agreed", flat=True)
    )
    agreed = tuple(text[:LONGEST] for text in talks if text)[:MOST]
    return Tried(
        answers=Response.objects.filter(issue=issue).count(),
        findings=Finding.objects.filter(issue=issue).count(),
        talks=len(talks),
        agreed=agreed,
    )
