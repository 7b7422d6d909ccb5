"""What the councils of the demo do without a sitting."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client

from clocks.hours import SHANGHAI
from council.models import Booking, CallIdea, Contact, ContactPlan
from demo.seeds.councils import seat_councils
from demo.seeds.people import admit_people
from demo.seeds.places import lay_places
from demo.seeds.seed import FOUNDED
from demo.seeds.year import BOOKINGS, live_the_year
from issues.queries.chain_soundness import broken_chains

# On a month's last day; on its first, test_sittings.py asks the same of what it tells.
NOW = datetime(2027, 1, 31, 23, 55, tzinfo=SHANGHAI)


@pytest.mark.django_db
def test_venues_are_booked_households_seen_and_ideas_asked_for(client: Client) -> None:
    places = lay_places(now=NOW - FOUNDED)
    people = admit_people(places, now=NOW - FOUNDED)
    seat_councils(places, people, now=NOW)
    live_the_year(places, people, now=NOW)
    year_was_lived(client)


def year_was_lived(client: Client) -> None:
    asked = [purpose for *_when, purpose in BOOKINGS]
    assert Booking.objects.filter(purpose__in=asked).count() == len(BOOKINGS) == 4
    assert ContactPlan.objects.count() == Contact.objects.count() + 2
    assert CallIdea.objects.filter(chosen_at__isnull=False).count() == 1
    assert CallIdea.objects.count() == 3
    assert broken_chains() == []
    call = CallIdea.objects.all()[0].call
    assert client.get(f"/calls/{call.uid}/").status_code == 200
