"""Throw rehearsals away: nothing of them was ever meant to be kept."""

from __future__ import annotations

from django.db.models import QuerySet

from council.models import (
    AgendaItem,
    Command,
    Lease,
    Meeting,
    Motion,
    Pledge,
    Resolution,
    Roll,
    Speech,
    Vote,
)

# What points to others is deleted before them.
INNERMOST_FIRST = (
    (Pledge, "resolution__item__meeting"),
    (Resolution, "item__meeting"),
    (Vote, "meeting"),
    (Motion, "item__meeting"),
    (Speech, "meeting"),
    (AgendaItem, "meeting"),
    (Roll, "meeting"),
    (Command, "meeting"),
    (Lease, "meeting"),
)


def throw_away(rehearsals: QuerySet[Meeting]) -> int:
    """Only rehearsals, whatever is given; returns how many."""
    keys = list(rehearsals.filter(rehearsal=True).values_list("pk", flat=True))
    Motion.objects.filter(item__meeting__in=keys).update(amends=None)
    for model, path in INNERMOST_FIRST:
        model._default_manager.filter(**{f"{path}__in": keys}).delete()
    Meeting.objects.filter(pk__in=keys).delete()
    return len(keys)
