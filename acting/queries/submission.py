"""Where an earlier sending of the same form led."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from acting.models import Submission


def beside(owner: str) -> str:
    """Whose keys are those of what was said, whatever page it was sent from."""
    return f"alike:{owner}"


def result_of(key: str, *, owner: str, since: datetime | None = None) -> str:
    """The address; "" if nothing was sent under `key`, or nothing after `since`.

    Ask this before validating the form: the first sending may have changed what it offers.
    """
    try:
        number = UUID(key)
    except ValueError:
        return ""
    found = Submission.objects.filter(owner=owner, key=number)
    if since is not None:
        found = found.filter(created_at__gt=since)
    return found.values_list("result", flat=True).first() or ""
