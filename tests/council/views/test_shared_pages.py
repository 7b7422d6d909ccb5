"""What a public page says of itself where somebody shares its address, and its English marks."""

from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from council.actions.calls.open_call import open_call
from council.models import Council
from grids.models import Venue
from tests.council.actions.test_calls import asked
from tests.council.held import a_meeting
from tests.world import World


def shared(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200
    found = re.search(r'og:title" content="([^"]*)"', page.content.decode())
    assert found is not None
    return found[1]


def test_a_shared_call_says_which_it_is(world: World, council: Council, client: Client) -> None:
    today = timezone.localdate()
    given = asked(opens_on=today, closes_on=today + timedelta(days=5))
    call = open_call(council, actor=world.staff, now=timezone.now(), asked=given)
    assert call.title in shared(client, f"/calls/{call.uid}/")


def test_a_shared_sitting_says_which_it_is(world: World, council: Council, client: Client) -> None:
    meeting = a_meeting(world, council)
    assert meeting.title in shared(client, f"/sittings/{meeting.uid}/")


def test_a_shared_venue_says_which_it_is_with_english_marks(world: World, client: Client) -> None:
    client.cookies["language"] = "en"
    Venue.objects.filter(pk=world.venue.pk).update(place="by the gate")
    path = f"/venues/{world.venue.code}/"
    assert shared(client, path) == world.venue.display_name
    assert "：by the gate" not in client.get(path).content.decode()
