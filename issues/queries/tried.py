"""What a body tried in its turn at a matter, for whoever sends it on."""

from __future__ import annotations

from dataclasses import dataclass

from issues.models import Assignment, Deliberation, Finding, Response

LONGEST = 120
MOST = 3


@dataclass(frozen=True, slots=True)
class Tried:
    answers: int = 0
    findings: int = 0
    talks: int = 0
    agreed: tuple[str, ...] = ()


def tried_here(turn: Assignment) -> Tried:
    """Counts of what is on record, and what was agreed last. Names of people are not in it.

    What was tried before the turn goes along with it anyway.
    """
    issue, body = turn.issue_id, turn.body_id
    talks = list(
        Deliberation.objects.filter(issue=issue, body=body)
        .order_by("-held_at")
        .values_list("agreed", flat=True)
    )
    agreed = tuple(text[:LONGEST] for text in talks if text)[:MOST]
    return Tried(
        answers=Response.objects.filter(assignment=turn).count(),
        findings=Finding.objects.filter(issue=issue, body=body).count(),
        talks=len(talks),
        agreed=agreed,
    )
