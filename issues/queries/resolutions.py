"""Resolutions of councils on an issue."""

from __future__ import annotations

from uuid import UUID

from issues.models import Deliberation, Issue


def last_resolution(issue: Issue) -> Deliberation | None:
    """The one adopted last."""
    return Deliberation.objects.filter(issue=issue, resolved=True).order_by("-pk").first()


def resolved_at(issue: Issue, sitting: UUID) -> bool:
    """The sitting adopted a resolution on the issue."""
    return Deliberation.objects.filter(issue=issue, sitting=sitting, resolved=True).exists()
