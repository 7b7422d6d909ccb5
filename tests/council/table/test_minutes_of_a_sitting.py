"""What was done at a real table stands in the minutes that are drafted when it closes."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone, translation

from council.enums.table import TableAct
from council.minutes.drafting import draft_of
from council.minutes.sections import Section
from council.models import Command, Meeting, Motion
from council.queries.minutes import sections_of
from council.queries.minutes_sections import sitting_log
from council.queries.state import state_of_meeting
from tests.council.held import drafted
from tests.council.sittings import at_the_table, fresh, items_of, roll_of
from tests.council.table.doing import TEXT, announced, do, moved, speaks
from tests.world import World

AMENDED = "由社区报街道，请铁路部门年内清淤"


@pytest.fixture
def meeting(world: World) -> Meeting:
    return at_the_table(world)


def amended(meeting: Meeting) -> tuple[Motion, Motion]:
    motion, uid = moved(meeting), uuid4()
    do(meeting, "amend", uid=uid, motion=motion.uid, text=AMENDED)
    return motion, Motion.objects.get(uid=uid)


def facts_of(meeting: Meeting, ending: str) -> dict[str, str]:
    with translation.override("en"):
        found = draft_of(sitting_log(state_of_meeting(fresh(meeting), now=timezone.now())))
    return {
        fact.label: fact.value for one in found if one.key.endswith(ending) for fact in one.facts
    }


def finished(meeting: Meeting) -> list[Section]:
    do(meeting, "adopt", uid=uuid4(), item=items_of(meeting)[0].uid, effect="none")
    do(meeting, "end_item")
    do(meeting, "close")
    return sections_of(drafted(meeting))


def test_an_adopted_amendment_leaves_the_first_wording_to_be_seen(meeting: Meeting) -> None:
    motion, amendment = amended(meeting)
    announced(meeting, amendment, 4, 1)
    announced(meeting, motion, 5)
    keys = [one.key.split(":", 1)[-1] for one in finished(meeting)]
    assert keys[keys.index("motion-1") :][:5] == [
        "motion-1", "motion-2", "motion-2:round-1", "motion-1:amended", "motion-1:round-1",
    ]  # fmt: skip
    assert facts_of(meeting, "motion-1")["Wording"] == TEXT
    assert facts_of(meeting, "motion-2")["Wording"] == AMENDED
    assert facts_of(meeting, "motion-1:amended")["Wording"] == AMENDED


def test_two_amendments_keep_the_wording_that_was_moved(meeting: Meeting) -> None:
    motion, amendment = amended(meeting)
    announced(meeting, amendment, 5)
    again = uuid4()
    do(meeting, "amend", uid=again, motion=motion.uid, text="三月底前清淤")
    announced(meeting, Motion.objects.get(uid=again), 5)
    motion.refresh_from_db()
    assert (motion.first_text, motion.text) == (TEXT, "三月底前清淤")


def test_a_rejected_amendment_changes_no_wording(meeting: Meeting) -> None:
    motion, amendment = amended(meeting)
    announced(meeting, amendment, 1, 4)
    announced(meeting, motion, 5)
    assert not [one for one in finished(meeting) if one.key.endswith(":amended")]
    assert facts_of(meeting, "motion-1")["Wording"] == TEXT


def test_each_command_of_a_sitting_stands_in_its_minutes_once(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "leave", roll=roll[4].uid)
    do(meeting, "undo")
    do(meeting, "walk_in", uid=uuid4(), name="老王")
    speaks(meeting, roll[1])
    do(meeting, "end_speech")
    do(meeting, "hand_over_chair", roll=roll[2].uid)
    do(meeting, "pause")
    do(meeting, "resume")
    motion, amendment = amended(meeting)
    announced(meeting, amendment, 5)
    announced(meeting, motion, 5)
    do(meeting, "adopt", uid=uuid4(), item=items_of(meeting)[0].uid, effect="none")
    do(meeting, "end_item")
    do(meeting, "take_back_chair")
    do(meeting, "add_item", uid=uuid4(), title="快递柜")
    do(meeting, "start_item")
    do(meeting, "note_item", item=items_of(meeting)[1].uid, note="三十四户绕行。")
    do(meeting, "end_item")
    do(meeting, "close")
    told = sorted(seq for one in sections_of(drafted(meeting)) for seq in one.commands)
    given = Command.objects.filter(meeting=meeting, undone=False).exclude(kind=TableAct.UNDO)
    assert told == sorted(given.values_list("seq", flat=True))
