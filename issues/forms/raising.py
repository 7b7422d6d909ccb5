"""Raise what a valid form says, from whichever page it came."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from issues.actions.raise_issue import raise_issue
from issues.forms.raise_matter import RaiseForm
from issues.forms.write_down import WriteDownForm
from issues.models import Issue
from issues.queries.reporters import reporter_by_phone


def raise_from(form: RaiseForm, person: User, *, now: datetime) -> Issue:
    """A worker raises it for the person they name."""
    matter = form.matter()
    reporter: User | None = person
    if isinstance(form, WriteDownForm) and matter.for_someone_else:
        reporter = reporter_by_phone(matter.contact_phone)
    return raise_issue(
        matter,
        actor=person,
        reporter=reporter,
        now=now,
        draft=form.draft,
        origin=form.origin(),
    )
