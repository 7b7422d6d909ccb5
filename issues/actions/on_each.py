"""One act on many matters: each is judged by itself, and it is said which were not done and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction

from accounts.models import User
from acting.refusals import Refused
from acting.refused_log import note_if_not_theirs
from issues.casework.locking import lock
from issues.enums.acts import Act
from issues.models import Issue


@dataclass(frozen=True, slots=True)
class DoneOnEach:
    """References: of what was done, and by the sentence that says why, of what was not."""

    done: list[str] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)


@transaction.atomic
def on_each(
    issues: Iterable[Issue], act: Callable[[Issue], object], *, actor: User, name: Act
) -> DoneOnEach:
    """Run `act` on each, in a savepoint of its own; what it refuses leaves no trace.

    Locks all of them in ascending id before the first, as everyone who writes does.
    """
    tally = DoneOnEach()
    wanted = sorted(issues, key=lambda issue: issue.pk)
    lock(issue.pk for issue in wanted)
    for issue in wanted:
        try:
            with transaction.atomic():
                act(issue)
        except Refused as refused:
            note_if_not_theirs(refused, person=actor.pk, act=name, thing=issue.reference)
            tally.refused.setdefault(str(refused.message), []).append(issue.reference)
        else:
            tally.done.append(issue.reference)
    return tally
