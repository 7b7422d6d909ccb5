"""Which photo may be seen by whom."""

from __future__ import annotations

from uuid import UUID

from grids.queries.standing import Standing
from issues.enums import Visibility
from issues.models import Issue, Upload
from issues.queries.facts import facts_of, with_facts
from issues.rules import sees_inside


def upload_by_token(token: UUID) -> Upload | None:
    return Upload.objects.select_related("photo__issue").filter(token=token).first()


def is_public_photo(upload: Upload) -> bool:
    """Chosen for the public, on an issue that is public now."""
    if not hasattr(upload, "photo"):
        return False
    return upload.photo.shown and upload.photo.issue.visibility == Visibility.PUBLIC


def may_see_photo(upload: Upload, standing: Standing) -> bool:
    """The reporter and those who see inside, or did while they had it, see all its photos."""
    if standing.user_id is None or not hasattr(upload, "photo"):
        return False
    issue = with_facts(Issue.objects.filter(pk=upload.photo.issue_id)).get()
    turns = list(issue.assignments.select_related("body"))
    current = [turn for turn in turns if turn.left_at is None]
    gone = [turn for turn in turns if turn.left_at is not None]
    return sees_inside(standing, facts_of(issue, current, earlier=gone))
