"""What somebody saw on the spot, written down at a table whose item lacks it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

from acting.refusals import Refused
from council.enums.screens import Audience
from council.models import Command, Meeting
from council.presentation.screens import parts_of
from council.refusals import AlreadyDone, NotYours
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.models import Finding, Issue
from ledger.models import Entry
from tests.council.sittings import (
    BEGINS,
    a_called_sitting,
    a_council,
    at_the_table,
    items_of,
    members_of,
)
from tests.council.table.doing import do, person_at, state
from tests.issues.actions.doing import at_grid
from tests.world import World

SEEN = "涵洞里淤了半米，联系人 13805331234"


@pytest.fixture
def matter(world: World) -> Issue:
    """A hard one that nobody has looked into."""
    return at_grid(world, MatterClass.HARD)


@pytest.fixture
def sitting(world: World, matter: Issue) -> Meeting:
    """A member writes, who holds no post."""
    council = a_council(world)
    recorder = members_of(council)[4]
    called = a_called_sitting(world, council, items=[matter.reference, "快递柜"], recorder=recorder)
    return at_the_table(world, called)


def offers(meeting: Meeting) -> bool:
    found = parts_of(state(meeting), Audience.TABLE, now=timezone.now())["item"]
    return 'name="act" value="find"' in found


def test_it_stands_with_the_matter_as_any_other_finding(
    world: World, sitting: Meeting, matter: Issue
) -> None:
    assert offers(sitting)
    item = items_of(sitting)[0].uid
    do(sitting, "find", sitting.recorder, item=item, text=SEEN)
    finding = Finding.objects.get()
    assert (finding.issue, finding.by, finding.body) == (matter, sitting.recorder, world.grid)
    assert "半米" in finding.text
    assert "13805331234" not in finding.text, "everybody reads it, and nobody checks it first"
    matter.refresh_from_db()
    assert matter.stage == Stage.INVESTIGATE
    assert Entry.objects.filter(stream__name=matter.stream, kind="issue.found").count() == 1
    assert not offers(sitting)
    row = Command.objects.get(kind="find")
    assert "半米" not in f"{row.parameters}{row.inverse}"


def test_sent_twice_it_is_written_once(sitting: Meeting) -> None:
    command, item = uuid4(), items_of(sitting)[0].uid
    do(sitting, "find", command=command, item=item, text=SEEN)
    with pytest.raises(AlreadyDone):
        do(sitting, "find", command=command, item=item, text=SEEN)
    assert Finding.objects.count() == 1


def test_a_member_does_not_write_it_from_the_phone(sitting: Meeting) -> None:
    with pytest.raises(NotYours):
        do(sitting, "find", person_at(sitting, 0), item=items_of(sitting)[0].uid, text=SEEN)


def test_not_of_what_went_private_or_is_another_item(sitting: Meeting) -> None:
    first, second = items_of(sitting)
    with pytest.raises(Refused, match="has moved on"):
        do(sitting, "find", item=second.uid, text=SEEN)
    Issue.objects.update(visibility=Visibility.PRIVATE)
    assert not offers(sitting)
    with pytest.raises(Refused):
        do(sitting, "find", item=first.uid, text=SEEN)
    assert not Finding.objects.exists()


def test_not_where_there_is_no_matter(sitting: Meeting) -> None:
    do(sitting, "end_item")
    do(sitting, "start_item")
    assert not offers(sitting)
    with pytest.raises(Refused, match="about no matter"):
        do(sitting, "find", item=items_of(sitting)[1].uid, text=SEEN)


def test_a_rehearsal_writes_down_nothing(sitting: Meeting) -> None:
    Meeting.objects.update(rehearsal=True)
    assert not offers(sitting)
    with pytest.raises(Refused):
        do(sitting, "find", item=items_of(sitting)[0].uid, text=SEEN, now=BEGINS)
    assert not Finding.objects.exists()
