"""Show those who can tell the resident in person that a message did not arrive."""

from __future__ import annotations

from typing import Any

from grids.standing import Standing
from issues.acts.table import may_tell_in_person
from issues.facts import Facts
from issues.models import Issue
from issues.presentation.nobody_told import call_them


def unreached_of(
    issue: Issue, facts: Facts, standing: Standing, *, back: str
) -> dict[str, Any] | None:
    """For `issues/parts/unreached.html`; the issue carries the annotation `unreached`.

    Of a matter that was written down for somebody without an account no message is ever sent.
    """
    if issue.reporter_id is None and issue.is_open:
        return {"nobody": call_them()}
    if not getattr(issue, "unreached", False):
        return None
    return {
        "reference": issue.reference,
        "back": back,
        "may_tell": may_tell_in_person(standing, facts),
    }
