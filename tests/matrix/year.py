"""What a council has without a sitting, as the test that asks for it needs it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from clocks.hours import SHANGHAI
from council.enums.contacts import ContactWay
from council.models import Booking, Call, CallIdea, Contact, ContactPlan
from tests.matrix.councils import a_council, a_member
from tests.matrix.stage import Stage


def a_booking(stage: Stage) -> Booking:
    """Of tomorrow evening, by the grid's worker."""
    day = timezone.localdate() + timedelta(days=1)
    begins = datetime.combine(day, time(19), SHANGHAI)
    row, _new = Booking.objects.get_or_create(
        venue=stage.world.venue,
        by=stage.world.grid_worker,
        defaults={
            "during": DateTimeTZRange(begins, begins + timedelta(hours=2)),
            "purpose": "楼道杂物怎么清",
            "booked_at": timezone.now(),
        },
    )
    return row


def this_month() -> date:
    return timezone.localdate().replace(day=1)


def a_plan(stage: Stage) -> ContactPlan:
    row, _new = ContactPlan.objects.get_or_create(
        member=a_member(stage), month=this_month(), label="3-2-401"
    )
    return row


def a_contact(stage: Stage) -> Contact:
    row, _new = Contact.objects.get_or_create(
        member=a_member(stage),
        way=ContactWay.DOOR,
        opinion="下水道又堵了",
        defaults={"held_at": timezone.now(), "building": stage.world.building},
    )
    return row


def a_call(stage: Stage) -> Call:
    """Open, with the public matter as its one idea."""
    today = timezone.localdate()
    row, new = Call.objects.get_or_create(
        council=a_council(stage),
        title="楼前空地做什么用",
        defaults={
            "prompt": "空地清出来了，大家说说怎么用。",
            "opens_on": today,
            "closes_on": today + timedelta(days=20),
            "opened_by": stage.world.staff,
            "opened_at": timezone.now(),
        },
    )
    if new:
        CallIdea.objects.create(call=row, issue=stage.issues["public"])
    return row
