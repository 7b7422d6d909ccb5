from __future__ import annotations

from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.models import Meeting, Resolution
from tests.council.sittings import a_called_sitting, at_the_table, items_of
from tests.council.table.doing import announced, do, moved
from tests.world import World


def test_a_page_that_is_behind_decides_on_no_other_item(meeting: Meeting) -> None:
    waiting = items_of(meeting)[1]
    with pytest.raises(Refused, match="This item has moved on"):
        do(meeting, "adopt", uid=uuid4(), item=waiting.uid, effect="none", text="就这么办")
    assert not Resolution.objects.exists()


def test_as_a_family_what_everybody_agrees_on_needs_no_vote(world: World, meeting: Meeting) -> None:
    item = items_of(meeting)[0]
    do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none", text="就这么办")
    found = Resolution.objects.get()
    assert (found.adopted, found.quorate, found.vote) == (True, True, None)
    with pytest.raises(Refused, match="written down already"):
        do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none", text="另一样")


def test_by_the_rules_of_order_it_does(world: World) -> None:
    meeting = at_the_table(world, a_called_sitting(world, manner="rules"))
    with pytest.raises(Refused, match="needs a vote"):
        do(meeting, "adopt", uid=uuid4(), item=items_of(meeting)[0].uid, effect="none", text="好")


def test_the_last_round_counts(meeting: Meeting) -> None:
    motion, item = moved(meeting), items_of(meeting)[0]
    announced(meeting, motion, 5)
    announced(meeting, motion, 1, 4)
    with pytest.raises(Refused, match="nothing of it is carried out"):
        do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="deliver")
    do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none")
    assert not Resolution.objects.get().adopted
