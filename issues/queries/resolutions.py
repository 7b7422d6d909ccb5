"""Resolutions of councils on an issue."""

from __future__ import annotations

from uuid import UUID

from issues.models import Deliberation, Issue


def last_resolution(issue: Issue) -> Deliberation | None:
    """The one adopted last."""
    return Deliberation.objects.filter(issue=issue, resolved=True).order_by("-pk").first()


def decided_at(issue: Issue, sitting: UUID) -> bool:
    """The sitting talked the issue over, and did not reject all that was put to it."""
    held = Deliberation.objects.filter(issue=issue, sitting=sitting)
    return held.exclude(resolved=False).exists()
