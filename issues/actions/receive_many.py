"""批量签收: take in many matters at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from accounts.models import User
from issues.actions.on_each import DoneOnEach, on_each
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.models import Issue


def receive_many(issues: Iterable[Issue], *, actor: User, now: datetime) -> DoneOnEach:
    """Take in those of `issues` that haven't moved on meanwhile; the tally names the others."""
    return on_each(
        issues, lambda issue: receive(issue, actor=actor, now=now), actor=actor, name=Act.RECEIVE
    )
