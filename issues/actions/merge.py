"""Merge an issue into another about the same thing: nobody who spoke is lost."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.actions.write_rows import insert_new_rows
from acting.refusals import Refused
from issues.casework.case import lock, opened
from issues.casework.stage import move_to
from issues.casework.tell import tell_people
from issues.casework.turns import end_turns
from issues.enums import Act, Stage, Visibility
from issues.models import Issue, Support


def merge(
    issue: Issue, *, into: Issue, actor: User, now: datetime, seen: int | None = None
) -> Issue:
    """Carry reporter and supporters over to `into`, tell them, and end `issue`.

    Both issues are of the same community. `into` is open and public, so everyone carried over can
    read it. Both records tell of the merger. Locks both issues in ascending id.
    """
    with transaction.atomic():
        lock({issue.pk, into.pk})
        with opened(issue, Act.MERGE, actor=actor, now=now, seen=seen) as case:
            into = Issue.objects.get(pk=into.pk)
            _check(case.issue, into)
            move_to(case, Stage.MERGED)
            case.issue.merged_into = into
            end_turns(case)
            moved, new = _carry(case.issue, into, now)
            case.record("merged", {"into": into.reference, "people": len(moved)})
            case.record("merged_here", _told_there(case.issue, new), on=into)
            tell_people(case, sorted(moved), "merged", sms=True, into=into.reference)
            return case.issue


def _check(issue: Issue, into: Issue) -> None:
    if into.pk == issue.pk or into.community_id != issue.community_id:
        raise Refused(_("Choose another matter of the same community."), field="into")
    if not into.is_open or into.visibility != Visibility.PUBLIC:
        raise Refused(_("Choose a matter that is open and public."), field="into")
    if issue.is_dispute:
        raise Refused(_("A dispute between neighbours is not merged into a public matter."))


def _carry(issue: Issue, into: Issue, now: datetime) -> tuple[set[int], int]:
    """Everyone who spoke up here, and how many of them are new to `into`."""
    people = set(Support.objects.filter(issue=issue).values_list("user_id", flat=True))
    if issue.reporter_id is not None:
        people.add(issue.reporter_id)
    there = set(Support.objects.filter(issue=into).values_list("user_id", flat=True))
    new = sorted(people - there - {into.reporter_id})
    rows = [Support(issue=into, user_id=person, supported_at=now) for person in new]
    insert_new_rows(rows)
    return people, len(new)


def _told_there(issue: Issue, new: int) -> dict[str, object]:
    """Parameters for the record of `into`, which is public: `issue` is named only if public too."""
    named = {"from": issue.reference} if issue.visibility == Visibility.PUBLIC else {}
    return {"people": new, **named}
