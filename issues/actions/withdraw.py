"""The reporter takes the matter back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import Case, opened
from issues.casework.merged import lock_with_merged, still_merged
from issues.casework.splitting import cases_of, goes_on, split_off
from issues.casework.stage import move_to
from issues.casework.tell import neighbours_of, tell_body, tell_others
from issues.casework.turns import end_turns
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.models import Issue


def withdraw(
    issue: Issue, *, actor: User, now: datetime, reason: str = "", seen: int | None = None
) -> Issue:
    """End the issue because its reporter wishes it; not possible once it is carried out.

    Nobody's matter is withdrawn by another: what was merged into it goes on by itself, unless its
    words are erased. Locks all of them in ascending id.
    """
    with transaction.atomic():
        locked = lock_with_merged(issue)
        with opened(issue, Act.WITHDRAW, actor=actor, now=now, seen=seen) as case:
            reason = storable_text(reason, Issue, "ending_note", field="reason")
            holder = case.lead.body
            others = cases_of([one for one in still_merged(issue, locked) if goes_on(one)], case)
            for other in others:
                split_off(other, case)
            move_to(case, Stage.WITHDRAWN)
            case.issue.ending_note = reason
            end_turns(case)
            case.record("withdrawn", texts={"reason": reason})
            tell_body(case, holder, "withdrawn", said=reason)
            _tell(case, others)
            return case.issue


def _tell(case: Case, others: list[Case]) -> None:
    """Those whose matter goes on are told of that; all others who follow it, of its end."""
    followers = case.context.followers[case.issue.pk]
    followers.neighbours.difference_update(followers.merged)
    for other in others:
        if other.issue.visibility == Visibility.PUBLIC:
            followers.neighbours.difference_update(neighbours_of(other))
    followers.merged.clear()
    tell_others(case, "withdrawn_there")
