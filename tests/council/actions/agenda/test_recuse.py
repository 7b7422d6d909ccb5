from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.models import Command, Meeting, Recusal
from council.refusals import AlreadyDone
from tests.council.sittings import roll_of
from tests.council.table.doing import do, moved, vote_on

WHY = "我家就在涵洞边"


def test_they_say_so_from_their_phone_and_the_reason_stands_in_no_log(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    do(meeting, "recuse", line.person, device="phone", reason=WHY)
    assert Recusal.objects.get().reason == WHY
    row = Command.objects.get(kind="recuse")
    assert WHY not in f"{row.parameters}"
    with pytest.raises(AlreadyDone):
        do(meeting, "recuse", line.person, device="phone", reason=WHY)


def test_not_once_the_vote_is_open(meeting: Meeting) -> None:
    vote_on(meeting, moved(meeting))
    with pytest.raises(Refused, match="A vote is running"):
        do(meeting, "recuse", roll=roll_of(meeting)[0].uid)
