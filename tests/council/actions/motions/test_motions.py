from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from acting.refusals import Refused
from council.models import Meeting, Motion, Recusal
from council.refusals import NotYours
from tests.council.sittings import a_called_sitting, at_the_table, roll_of
from tests.council.table.doing import TEXT, do, moved, vote_on
from tests.world import World


@pytest.fixture
def by_the_rules(world: World) -> Meeting:
    return at_the_table(world, a_called_sitting(world, manner="rules"))


def amended(meeting: Meeting, motion: Motion, text: str = "年底前清淤") -> Motion:
    uid = uuid4()
    do(meeting, "amend", uid=uid, motion=motion.uid, text=text)
    return Motion.objects.get(uid=uid)


def test_an_amendment_is_not_amended_and_says_something_else(meeting: Meeting) -> None:
    motion = moved(meeting)
    with pytest.raises(Refused, match="This is the wording"):
        amended(meeting, motion, TEXT)
    amendment = amended(meeting, motion)
    with pytest.raises(Refused, match="is not amended"):
        amended(meeting, amendment, "明年")


def test_one_motion_is_on_the_table(meeting: Meeting) -> None:
    moved(meeting)
    with pytest.raises(Refused, match="One motion is on the table"):
        moved(meeting, "另提一项")


def test_amendments_end_before_what_they_would_change(meeting: Meeting) -> None:
    motion = moved(meeting)
    amendment = amended(meeting, motion)
    for act in ("withdraw_motion", "refer_motion"):
        with pytest.raises(Refused, match="amendments first"):
            do(meeting, act, motion=motion.uid)
    do(meeting, "withdraw_motion", motion=amendment.uid)
    do(meeting, "refer_motion", motion=motion.uid)
    motion.refresh_from_db()
    assert motion.state == "referred"


def test_by_the_rules_another_member_seconds_it(by_the_rules: Meeting) -> None:
    meeting, roll = by_the_rules, roll_of(by_the_rules)
    uid = uuid4()
    do(meeting, "move", roll[0].person, device="phone", uid=uid, text=TEXT)
    motion = Motion.objects.get(uid=uid)
    with pytest.raises(Refused, match="Write down first what is put"):
        vote_on(meeting, motion)
    with pytest.raises(Refused, match="other than the mover"):
        do(meeting, "second_motion", roll[0].person, device="phone", motion=uid)
    do(meeting, "second_motion", roll[1].person, device="phone", motion=uid)
    vote_on(meeting, motion)


def test_who_is_at_home_or_no_member_moves_nothing(world: World, meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    do(meeting, "leave", roll=line.uid)
    with pytest.raises(Refused, match="A member who is here"):
        do(meeting, "move", line.person, device="phone", uid=uuid4(), text=TEXT)
    do(meeting, "join", world.stranger, device="phone", code=meeting.code)
    with pytest.raises(NotYours):
        do(meeting, "move", world.stranger, device="phone", uid=uuid4(), text=TEXT)
    assert not Motion.objects.exists()


def test_only_the_mover_or_the_table_takes_it_back(meeting: Meeting) -> None:
    roll, uid = roll_of(meeting), uuid4()
    do(meeting, "move", roll[0].person, device="phone", uid=uid, text=TEXT)
    with pytest.raises(NotYours):
        do(meeting, "withdraw_motion", roll[1].person, device="phone", motion=uid)
    do(meeting, "withdraw_motion", roll[0].person, device="phone", motion=uid)
    assert Motion.objects.get(uid=uid).state == "withdrawn"


@pytest.mark.parametrize("act", ["withdraw_motion", "refer_motion"])
def test_a_motion_of_another_item_is_not_on_the_table(meeting: Meeting, act: str) -> None:
    gone: UUID = moved(meeting).uid
    do(meeting, "withdraw_motion", motion=gone)
    do(meeting, "end_item")
    do(meeting, "start_item")
    moved(meeting)
    with pytest.raises(Refused, match="not on the table now"):
        do(meeting, act, motion=gone)


def test_what_was_meant_for_another_item_is_refused(meeting: Meeting) -> None:
    """A page that is behind: the item it shows is over."""
    first = meeting.items.get(position=1)
    do(meeting, "end_item")
    do(meeting, "start_item")
    with pytest.raises(Refused, match="has moved on"):
        moved(meeting, item=first.uid)
    with pytest.raises(Refused, match="has moved on"):
        do(meeting, "recuse", roll=roll_of(meeting)[0].uid, item=first.uid)
    assert not Motion.objects.exists()
    assert not Recusal.objects.exists()
