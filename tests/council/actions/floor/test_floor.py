from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from acting.refusals import Refused
from council.models import Meeting, Speech
from council.refusals import AlreadyDone
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, roll_of
from tests.council.table.doing import asks, do, speaks, state
from tests.world import World


def minute(number: int) -> timedelta:
    return timedelta(minutes=number)


def test_one_speaks_at_a_time(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    speaks(meeting, roll[0])
    uid = asks(meeting, roll[1])
    with pytest.raises(Refused, match="has the floor"):
        do(meeting, "give_floor", speech=uid)


def test_the_clock_keeps_when_it_began_how_long_it_stood_still_and_what_it_has(
    meeting: Meeting,
) -> None:
    uid = speaks(meeting, roll_of(meeting)[0])
    do(meeting, "pause_speech", now=BEGINS + minute(1), happened=BEGINS + minute(1))
    do(meeting, "resume_speech", now=BEGINS + minute(3), happened=BEGINS + minute(3))
    do(meeting, "extend_speech", now=BEGINS + minute(4))
    speech = Speech.objects.get(uid=uid)
    kept = (speech.began_at, speech.paused_seconds, speech.allowed, speech.paused_at)
    assert kept == (BEGINS, 120, 180, None)


def test_touching_the_list_never_touches_the_clock(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    uid = speaks(meeting, roll[0])
    before = Speech.objects.values().get(uid=uid)
    asks(meeting, roll[1])
    do(meeting, "withdraw_floor", roll=roll[1].uid)
    do(meeting, "leave", roll=roll[2].uid)
    assert Speech.objects.values().get(uid=uid) == before


def test_a_page_that_is_behind_touches_no_other_speech(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    old = speaks(meeting, roll[0])
    do(meeting, "end_speech", speech=old)
    new = speaks(meeting, roll[1])
    for act in ("pause_speech", "extend_speech", "end_speech"):
        with pytest.raises(AlreadyDone):
            do(meeting, act, speech=old)
    speech = Speech.objects.get(uid=new)
    assert (speech.state, speech.allowed) == ("speaking", 120)


def test_a_phone_whose_clock_is_behind_does_not_come_first(meeting: Meeting) -> None:
    roll, later = roll_of(meeting), BEGINS + minute(30)
    first = asks(meeting, roll[0], now=later - minute(1))
    asks(meeting, roll[1], now=later, happened=BEGINS - timedelta(days=1))
    assert state(meeting).waiting[0].uid == first


def test_a_tablet_whose_clock_is_behind_takes_no_time_from_who_speaks(meeting: Meeting) -> None:
    later, long_ago = BEGINS + minute(30), BEGINS - timedelta(days=1)
    uid = asks(meeting, roll_of(meeting)[0], now=later)
    do(meeting, "give_floor", now=later, happened=long_ago, speech=uid)
    do(meeting, "pause_speech", now=later, happened=long_ago)
    speech = Speech.objects.get(uid=uid)
    assert (speech.began_at, speech.paused_at) == (later, later)


def test_nobody_is_called_who_has_gone_or_asks_no_more(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    uid = asks(meeting, line)
    do(meeting, "withdraw_floor", line.person, device="phone")
    asks(meeting, roll_of(meeting)[1])
    with pytest.raises(Refused, match="do not wait"):
        do(meeting, "give_floor", speech=uid)


def test_who_is_not_here_does_not_ask(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    do(meeting, "leave", roll=line.uid)
    with pytest.raises(Refused, match="Only who is here"):
        do(meeting, "ask_floor", line.person, device="phone", uid=uuid4())


def test_who_asks_twice_waits_once(meeting: Meeting) -> None:
    asks(meeting, roll_of(meeting)[0])
    with pytest.raises(AlreadyDone):
        asks(meeting, roll_of(meeting)[0])
    assert len(state(meeting).waiting) == 1


def test_by_the_rules_of_order_two_speeches_each_are_enough(world: World) -> None:
    meeting = at_the_table(world, a_called_sitting(world, manner="rules"))
    line = roll_of(meeting)[0]
    for _time in range(2):
        speaks(meeting, line)
        do(meeting, "end_speech")
    with pytest.raises(Refused, match="as often as the rules allow"):
        asks(meeting, line)


def test_the_last_speaker_is_put_back_on_the_list(meeting: Meeting) -> None:
    uid = speaks(meeting, roll_of(meeting)[0])
    do(meeting, "end_speech")
    do(meeting, "put_back")
    assert [speech.uid for speech in state(meeting).waiting] == [uid]


def test_one_line_of_what_they_said_is_kept_with_who_spoke(meeting: Meeting) -> None:
    uid = speaks(meeting, roll_of(meeting)[0])
    do(meeting, "note_speech", speech=uid, note="先清淤")
    assert Speech.objects.get(uid=uid).note == "先清淤"
    waits = asks(meeting, roll_of(meeting)[1])
    with pytest.raises(Refused, match="have not spoken"):
        do(meeting, "note_speech", speech=waits, note="先清淤")


def test_what_somebody_said_is_noted_without_numbers(meeting: Meeting) -> None:
    uid = speaks(meeting, roll_of(meeting)[0])
    do(meeting, "note_speech", speech=uid, note="一三九零五三三一二三四是物业的，3幢501漏水")
    assert Speech.objects.get(uid=uid).note == "×××是物业的，3幢漏水"
