"""Lock a matter together with what was merged into it, which no act on it may leave behind."""

from __future__ import annotations

from issues.casework.locking import lock
from issues.models import Issue
from issues.refusals import Stale


def lock_with_merged(issue: Issue, *others: Issue) -> dict[int, Issue]:
    """Lock `issue`, all that was merged into it, and `others`, in ascending id; by key.

    Raises Stale if one more was merged in while this waited for the locks: to lock it now would
    be out of turn, and to go on without it would leave it in a matter that has ended.
    """
    wanted = {issue.pk, *(other.pk for other in others), *_merged_into(issue)}
    locked = {row.pk: row for row in lock(wanted)}
    if not _merged_into(issue) <= locked.keys():
        raise Stale(issue.version)
    return locked


def still_merged(issue: Issue, locked: dict[int, Issue]) -> list[Issue]:
    """Those of `locked` that are merged into `issue`; they were read after they were locked."""
    return [row for row in locked.values() if row.merged_into_id == issue.pk]


def _merged_into(issue: Issue) -> set[int]:
    return set(Issue.objects.filter(merged_into=issue).values_list("pk", flat=True))
