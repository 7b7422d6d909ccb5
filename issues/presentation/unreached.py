"""Show those who can tell the resident in person that a message did not arrive."""

from __future__ import annotations

from typing import Any

from grids.standing import Standing
from issues.acts import may_tell_in_person
from issues.facts import Facts
from issues.models import Issue


def unreached_of(
    issue: Issue, facts: Facts, standing: Standing, *, back: str
) -> dict[str, Any] | None:
    """For `issues/parts/unreached.html`; the issue carries the annotation `unreached`."""
    if not getattr(issue, "unreached", False):
        return None
    return {
        "reference": issue.reference,
        "back": back,
        "may_tell": may_tell_in_person(standing, facts),
    }
