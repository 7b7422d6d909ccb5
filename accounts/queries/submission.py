"""Where an earlier sending of the same form led."""

from __future__ import annotations

from uuid import UUID

from accounts.models import Submission


def result_of(key: str, *, owner: str) -> str:
    """The address, or "" where nothing was sent under `key` yet.

    Asked before the form is checked: what it offered may have changed by its first sending.
    """
    try:
        number = UUID(key)
    except ValueError:
        return ""
    found = Submission.objects.filter(owner=owner, key=number).values_list("result", flat=True)
    return found.first() or ""
