"""Note that a person has read what they were told."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from notifications.models import Notice


def mark_read(notice: Notice, *, actor: User, now: datetime) -> None:
    """Mark a notice as read; only its recipient may. A second time changes nothing."""
    Notice.objects.filter(pk=notice.pk, recipient=actor, read_at__isnull=True).update(read_at=now)


def mark_seen(actor: User, path: str, *, now: datetime) -> None:
    """Mark what led to the page at `path`, whichever part of it: the person has it before them."""
    leads = Q(link=path) | Q(link__startswith=f"{path}#") | Q(link__startswith=f"{path}?")
    Notice.objects.filter(leads, recipient=actor, read_at__isnull=True).update(read_at=now)


def mark_all_read(actor: User, *, newest: int, now: datetime) -> None:
    """Mark all as read up to the notice `newest`, since the page showed no later ones."""
    Notice.objects.filter(recipient=actor, pk__lte=newest, read_at__isnull=True).update(read_at=now)


def mark_read_about(subjects: Collection[UUID], *, people: Collection[int], now: datetime) -> None:
    """Mark what these people were told about `subjects`, which are not shown to them any more."""
    told = Notice.objects.filter(subject__in=subjects, recipient__in=people)
    told.filter(read_at__isnull=True).update(read_at=now)
