"""Merge an issue into another about the same thing: nobody who spoke and no date is lost."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.actions.write_rows import insert_new_rows
from acting.refusals import Refused
from issues.casework.case import Case, load_cases, opened
from issues.casework.context import read_context
from issues.casework.following import carry_follows
from issues.casework.merged import lock_with_merged, still_merged
from issues.casework.stage import move_to
from issues.casework.taking_over import take_over
from issues.casework.tell import tell_body, tell_people
from issues.casework.turns import end_turns
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.models import Issue, Support


def merge(
    issue: Issue, *, into: Issue, actor: User, now: datetime, seen: int | None = None
) -> Issue:
    """Carry reporter and supporters over to `into`, tell them, and end `issue`.

    `into` takes the stricter class, the earlier dates and what is owed (`casework.taking_over`).
    Both are of the same community; `into` is open and public, so everyone can read it. Neither
    record names the other matter, since either may cease to be public later. Locks both issues,
    and what was merged into `issue` before, in ascending id.
    """
    with transaction.atomic():
        locked = lock_with_merged(issue, into)
        with opened(issue, Act.MERGE, actor=actor, now=now, seen=seen) as case:
            there = _case_of(locked.get(into.pk) or into, case)
            _check(case, there)
            taken = take_over(there, case)
            move_to(case, Stage.MERGED)
            end_turns(case)
            moved, new = _carry(case.issue, there.issue, now)
            there.touch()
            _point(case, there, still_merged(issue, locked))
            case.record("merged", {"people": len(moved)})
            case.record("merged_here", {"people": new, **taken}, on=there.issue)
            if taken:
                there.issue.version += 1
                tell_body(there, there.lead.body, "stricter", key=f"m{case.issue.pk}")
            moved |= carry_follows(case.issue, there.issue, now=now)
            tell_people(case, sorted(moved), "merged", sms=True, into=there.issue.reference)
            return case.issue


def _case_of(into: Issue, case: Case) -> Case:
    """`into`, which is locked, as a case whose changes are written with those of `case`."""
    context = read_context([into], actor=case.actor, now=case.now)
    return load_cases([into], context, case.changes)[0]


def _check(case: Case, there: Case) -> None:
    issue, into = case.issue, there.issue
    if into.pk == issue.pk or into.community_id != issue.community_id:
        raise Refused(_("Choose another matter of the same community."), field="into")
    if not into.is_open or into.visibility != Visibility.PUBLIC:
        raise Refused(_("Choose a matter that is open and public."), field="into")
    if issue.is_dispute:
        raise Refused(_("A dispute between neighbours is not merged into a public matter."))
    if into.stage == Stage.CONFIRM or there.facts.awaits_verification:
        raise Refused(_("Of that one the result is in already: it takes in no more."), field="into")


def _carry(issue: Issue, into: Issue, now: datetime) -> tuple[set[int], int]:
    """Everyone who spoke up here, and how many of them are new to `into`."""
    people = set(Support.objects.filter(issue=issue).values_list("user_id", flat=True))
    if issue.reporter_id is not None:
        people.add(issue.reporter_id)
    there = set(Support.objects.filter(issue=into).values_list("user_id", flat=True))
    new = sorted(people - there - {into.reporter_id})
    rows = [Support(issue=into, user_id=person, supported_at=now) for person in new]
    insert_new_rows(rows)
    into.supporters += len(rows)
    return people, len(new)


def _point(case: Case, there: Case, earlier: list[Issue]) -> None:
    """What was merged into `case` follows it, so that its reporters follow what goes on."""
    for row in (case.issue, *earlier):
        row.merged_into, row.merged_at = there.issue, case.now
        case.changes.issues.append(row)
