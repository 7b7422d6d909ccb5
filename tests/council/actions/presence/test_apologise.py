from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.models import Meeting, Roll
from tests.council.sittings import roll_of
from tests.council.table.doing import do


def test_who_is_away_says_why_and_who_comes_after_all_is_here(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    with pytest.raises(Refused, match="They are here"):
        do(meeting, "apologise", roll=line.uid, apology="ill")
    do(meeting, "leave", roll=line.uid)
    do(meeting, "apologise", line.person, device="phone", apology="ill")
    assert Roll.objects.get(pk=line.pk).apology == "ill"
    do(meeting, "arrive", roll=line.uid)
    assert Roll.objects.get(pk=line.pk).apology == ""
