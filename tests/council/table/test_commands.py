"""A command is applied once however often it is sent, and stands in the log of its sitting."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.models import Command, Meeting, Speech
from council.refusals import AlreadyDone
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, roll_of
from tests.council.table.doing import do, speaks
from tests.world import World

TOMORROW = BEGINS + timedelta(days=1)


def test_what_is_sent_again_is_not_done_again(meeting: Meeting) -> None:
    uid, command = speaks(meeting, roll_of(meeting)[0]), uuid4()
    do(meeting, "extend_speech", command=command)
    with pytest.raises(AlreadyDone):
        do(meeting, "extend_speech", command=command)
    assert Speech.objects.get(uid=uid).allowed == 180
    assert Command.objects.filter(uid=command).count() == 1


def test_an_id_of_another_sitting_is_refused_in_words(world: World, meeting: Meeting) -> None:
    called = a_called_sitting(world, meeting.council, starts_at=TOMORROW)
    other, command = at_the_table(world, called, now=TOMORROW), uuid4()
    do(meeting, "walk_in", command=command, uid=uuid4(), name="老王")
    with pytest.raises(Refused, match="incomplete"):
        do(other, "walk_in", now=TOMORROW, command=command, uid=uuid4(), name="老王")
    with pytest.raises(Refused, match="not on the roll of this sitting"):
        do(other, "leave", now=TOMORROW, roll=roll_of(meeting)[0].uid)


def test_the_log_keeps_device_order_and_time(meeting: Meeting) -> None:
    late = BEGINS + timedelta(minutes=9)
    happened = BEGINS + timedelta(minutes=4)
    do(meeting, "leave", roll=roll_of(meeting)[0].uid, now=late, happened=happened)
    row = Command.objects.get(kind="leave")
    before = Command.objects.filter(meeting=meeting, seq__lt=row.seq).latest("seq")
    assert (row.device, row.seq, row.happened_at, row.received_at) == (
        "tablet",
        before.seq + 1,
        happened,
        late,
    )
