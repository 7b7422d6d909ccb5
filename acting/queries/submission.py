"""Where an earlier sending of the same form led."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from acting.models import Submission


def result_of(key: str, *, owner: str, since: datetime | None = None) -> str:
    """The address, or "" where nothing was sent under `key` yet, or not after `since`.

    Asked before the form is checked: what it offered may have changed by its first sending.
    """
    try:
        number = UUID(key)
    except ValueError:
        return ""
    found = Submission.objects.filter(owner=owner, key=number)
    if since is not None:
        found = found.filter(created_at__gt=since)
    return found.values_list("result", flat=True).first() or ""
