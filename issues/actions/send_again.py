"""Resend messages that were given up, within the administrator's own territory."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import User
from grids.queries.standing import standing_of
from issues.queries.deliveries import deliveries_within
from notifications.actions.retry import retry


def send_again(deliveries: Sequence[int], *, actor: User, now: datetime) -> int:
    """Resend `deliveries` (their ids), skipping those of other territories; return how many.

    Raises PermissionDenied.
    """
    here = deliveries_within(standing_of(actor, now=now)).filter(pk__in=deliveries)
    return retry(list(here.values_list("pk", flat=True)), actor=actor, now=now)
