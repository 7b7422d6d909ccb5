"""Carry those who follow a matter along to the one it is handled with."""

from __future__ import annotations

from datetime import datetime

from acting.actions.write_rows import insert_new_rows
from issues.models import Follow, Issue, Support


def carry_follows(issue: Issue, into: Issue, *, now: datetime) -> set[int]:
    """Everyone who follows `issue`; whoever is told of `into` already gets no second row.

    Those who met with it were carried before: whoever of them followed `into` is counted there now.
    """
    people = set(Follow.objects.filter(issue=issue).values_list("user_id", flat=True))
    affected = Support.objects.filter(issue=into).values_list("user_id", flat=True)
    there = Follow.objects.filter(issue=into)
    there.filter(user__in=affected).delete()
    told = {into.reporter_id, *affected, *there.values_list("user_id", flat=True)}
    new = sorted(people - told)
    insert_new_rows([Follow(issue=into, user_id=person, followed_at=now) for person in new])
    return people
