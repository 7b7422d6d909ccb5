"""At the table, what was voted on is offered once more, until it is decided."""

from __future__ import annotations

from uuid import uuid4

from django.test import Client

from accounts.models import User
from council.models import Meeting
from tests.council.table.doing import announced, do, moved
from tests.harness.signing_in import signed_in
from tests.world import World


def table(client: Client, meeting: Meeting) -> str:
    return client.get(f"/sittings/{meeting.uid}/table/").content.decode()


def test_it_is_offered_until_the_decision_is_written_down(world: World, meeting: Meeting) -> None:
    User.objects.update(language="en")
    client, motion = signed_in(world.grid_head), moved(meeting)
    assert "Put it to the vote" in table(client, meeting)
    announced(meeting, motion, 2, 3)
    page = table(client, meeting)
    assert "Vote on it once more" in page
    assert f'name="motion" value="{motion.uid}"' in page
    item = meeting.items.get(state="on")
    do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none")
    assert "Vote on it once more" not in table(client, meeting)
