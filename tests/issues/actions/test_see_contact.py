from __future__ import annotations

from datetime import datetime

import pytest

from clocks.hours import SHANGHAI
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.see_contact import see_contact
from issues.inputs import NewMatter
from issues.refusals import NotYours
from ledger.models import Entry
from tests.world import World

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


def test_a_look_is_recorded_where_it_never_goes_public(world: World) -> None:
    issue = raise_issue(
        NewMatter(text="楼道灯坏了", building=world.building),
        actor=world.resident,
        reporter=world.resident,
        now=MONDAY,
    )
    receive(issue, actor=world.grid_worker, now=MONDAY)
    publish(issue, actor=world.grid_worker, now=MONDAY, title="楼道灯", text="楼道灯坏了")

    card = see_contact(issue, actor=world.grid_worker, now=MONDAY)

    assert card.phone == world.resident.phone
    entry = Entry.objects.select_related("stream").get(kind="issue.contact_seen")
    assert not entry.stream.public
    assert Entry.objects.filter(stream__name=issue.stream, stream__public=True).exists()


def test_nobody_else_gets_the_number(world: World) -> None:
    issue = raise_issue(
        NewMatter(text="楼道灯坏了", building=world.building),
        actor=world.resident,
        reporter=world.resident,
        now=MONDAY,
    )
    for person in (world.neighbour, world.far_grid_worker, world.clerk):
        with pytest.raises(NotYours):
            see_contact(issue, actor=person, now=MONDAY)
    assert not Entry.objects.filter(kind="issue.contact_seen").exists()
