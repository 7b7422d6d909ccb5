from __future__ import annotations

from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.models import Meeting, Roll
from tests.council.table.doing import do, speaks, state


def test_they_may_speak_and_never_count(meeting: Meeting) -> None:
    uid = uuid4()
    do(meeting, "walk_in", uid=uid, name="老王")
    speaks(meeting, Roll.objects.get(uid=uid))
    quorum = state(meeting).quorum
    assert (quorum.present, quorum.members) == (5, 5)


def test_an_id_that_is_taken_is_refused_in_words(meeting: Meeting) -> None:
    uid = Roll.objects.filter(meeting=meeting).values_list("uid", flat=True)[0]
    with pytest.raises(Refused, match="incomplete"):
        do(meeting, "walk_in", uid=uid, name="老王")
    assert not Roll.objects.filter(name="老王").exists()
