"""When a category becomes private, hide its public issues at the same moment."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise_shared
from grids.models import Category
from issues.casework.case import Case, load_cases, lock
from issues.casework.changes import Changes
from issues.casework.context import read_context
from issues.casework.quotes import quiet_neighbours
from issues.casework.tell import tell_neighbours, tell_resident
from issues.enums.matter import Visibility
from issues.models import Issue
from ledger.actions.publish import set_public


def hide_category(category: Category, actor: User | None, now: datetime) -> None:
    """Hide all public issues of the category, ended ones too; record why, and tell each resident.

    Call it in the transaction that makes the category private. If the category becomes public
    again, the issues stay hidden.
    """
    authorise_shared(actor, now=now)
    # Lock all of its issues, not only public ones: one may just be about to be published.
    keys = Issue.objects.filter(category=category).values_list("pk", flat=True)
    public = [issue for issue in lock(keys) if issue.visibility == Visibility.PUBLIC]
    if not public:
        return
    changes = Changes(now=now)
    context = read_context(public, actor=actor, now=now)
    cases = load_cases(public, context, changes)
    for case in cases:
        _hide(case)
    quiet_neighbours(cases)
    changes.write()


def _hide(case: Case) -> None:
    case.issue.visibility = Visibility.HIDDEN
    case.issue.version += 1
    case.touch()
    case.record("hidden", {"why": "category"})
    set_public(case.issue.stream, False)  # noqa: FBT003
    tell_resident(case, "hidden", sms=False)
    tell_neighbours(case, "hidden_there")
