from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.models import Meeting, Motion
from tests.council.sittings import BEGINS
from tests.council.table.doing import announced, counted, do, moved, state, vote_on


def test_an_adopted_amendment_gives_its_motion_the_new_wording(meeting: Meeting) -> None:
    motion, adopted, rejected = moved(meeting), uuid4(), uuid4()
    do(meeting, "amend", uid=rejected, motion=motion.uid, text="明年再清淤")
    announced(meeting, Motion.objects.get(uid=rejected), 1, 4)
    motion.refresh_from_db()
    assert motion.text != "明年再清淤"
    do(meeting, "amend", uid=adopted, motion=motion.uid, text="年底前清淤")
    announced(meeting, Motion.objects.get(uid=adopted), 4, 1)
    motion.refresh_from_db()
    assert motion.text == "年底前清淤"
    assert motion.state == "open"


def test_what_is_counted_is_told_before_anything_else(meeting: Meeting) -> None:
    """Taken back between count and telling, it would leave a result that nobody can tell."""
    motion = moved(meeting)
    vote = counted(meeting, vote_on(meeting, motion), 5)
    item = meeting.items.get(state="on")
    for act, data in (
        ("withdraw_motion", {"motion": motion.uid}),
        ("refer_motion", {"motion": motion.uid}),
        ("amend", {"motion": motion.uid, "uid": uuid4(), "text": "改一改"}),
        ("move", {"uid": uuid4(), "text": "另提一项"}),
        ("postpone_item", {"item": item.uid, "until": "2026-12-24"}),
        ("end_item", {"item": item.uid}),
    ):
        with pytest.raises(Refused, match="Announce the result first"):
            do(meeting, act, **data)
    do(meeting, "announce", vote=vote.uid)
    with pytest.raises(Refused, match="no new result"):
        do(meeting, "announce", vote=vote.uid)


def test_of_two_rounds_the_later_counts_whatever_a_device_says(meeting: Meeting) -> None:
    later = BEGINS + timedelta(minutes=30)
    motion = moved(meeting, now=later)
    first = vote_on(meeting, motion, now=later, happened=later)
    do(meeting, "count_hands", now=later, vote=first.uid, yes=5, no=0, abstain=0)
    do(meeting, "announce", now=later, vote=first.uid)
    day_behind = later - timedelta(days=1)
    second = vote_on(meeting, motion, now=later, happened=day_behind)
    do(meeting, "count_hands", now=later, vote=second.uid, yes=0, no=5, abstain=0)
    shown = state(meeting).vote_shown
    assert shown is not None
    assert shown.uid == second.uid
    do(meeting, "announce", now=later, vote=second.uid)
    motion.refresh_from_db()
    assert motion.state == "rejected"
