"""The draft of this browser's session, found by a token that survives signing in."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from issues.models import Draft

DRAFT_KEY = "draft"


def draft_of(request: HttpRequest) -> Draft | None:
    """The session's draft; None if there is none, or it now belongs to another person."""
    token = request.session.get(DRAFT_KEY)
    if not token:
        return None
    draft = Draft.objects.filter(token=UUID(token)).first()
    if draft is None or draft.user_id not in {None, request.user.pk}:
        return None
    return draft
