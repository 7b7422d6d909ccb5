"""A gentle word to members who planned to see somebody this month and have not yet."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from council.addresses import address_of_contacts
from council.models import Contact, ContactPlan
from council.order.contacts import is_last_week, month_of
from notifications.actions.put import put
from notifications.notices import NewNotice


def nudge(*, now: datetime) -> None:
    """In the last week of a month, once a person, and only while something planned is open.

    The key of the notice holds the month, so it may run as often as it likes.
    """
    today = timezone.localdate(now)
    if not is_last_week(today):
        return
    month = month_of(today)
    seen = Contact.objects.filter(plan=OuterRef("pk"))
    waiting = ContactPlan.objects.filter(~Exists(seen), month=month, member__term__contains=today)
    people = waiting.filter(member__person__is_active=True).order_by()
    notices = [
        NewNotice(
            recipient_id=person,
            kind="council.contacts_open",
            parameters={},
            dedupe_key=f"council.contacts_open:{month.isoformat()}",
            link=address_of_contacts(),
        )
        for person in people.values_list("member__person", flat=True).distinct()
    ]
    with transaction.atomic():
        put(notices, now=now)
