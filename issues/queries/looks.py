"""How many residents' numbers somebody has looked at, as the record has it."""

from datetime import datetime, timedelta

from django.conf import settings

from accounts.models import User
from ledger.models import Entry, Pseudonym

HOUR = timedelta(hours=1)


def looked_at_many(person: User, *, now: datetime) -> bool:
    """Whether one more look would be more than the settings let one hour have without a proof."""
    if not settings.PROOF_MINUTES:
        return False
    theirs = Pseudonym.objects.filter(user_id=person.pk).values("id")
    looks = Entry.objects.filter(
        actor__in=theirs, kind="issue.contact_seen", happened_at__gt=now - HOUR
    )
    return looks.count() >= settings.NUMBERS_AN_HOUR
