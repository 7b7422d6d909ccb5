"""批量指定经办人: say of many matters at once who of the body sees to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from accounts.models import User
from issues.actions.assign import assign
from issues.actions.on_each import DoneOnEach, on_each
from issues.enums.acts import Act
from issues.models import Issue


def assign_many(
    issues: Iterable[Issue],
    *,
    actor: User,
    now: datetime,
    to: User,
    seen: Mapping[str, int],
) -> DoneOnEach:
    """As `assign` of each. `seen` has the versions that the actor's page showed, by reference.

    What has changed since is left as it is: somebody may just have said another name.
    """
    return on_each(
        issues,
        lambda issue: assign(issue, actor=actor, now=now, to=to, seen=seen.get(issue.reference)),
        actor=actor,
        name=Act.ASSIGN,
    )
