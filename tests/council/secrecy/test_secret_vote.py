"""A secret vote from its keys to its count, and what is refused on the way."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import pytest

from acting.refusals import Refused
from council.actions.votes.cast_secret import cast_secret
from council.actions.votes.give_key import give_key
from council.actions.votes.unlock import unlock
from council.enums.votes import TOO_FEW, Choice, VoteState
from council.models import Command, SealedBallot, SecretKey, Turnout, Vote
from council.queries.secret import batch_for
from council.refusals import NotYours, WrongState
from council.secrecy.ballot import encoded
from council.secrecy.sealing import sealed
from ledger.models import Entry
from tests.council.secrecy.devices import Device
from tests.council.secrecy.room import NOW, Room, fresh, room_of
from tests.council.secrecy.test_points import OFF_THE_CURVE
from tests.world import World

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN


def test_sealed_cast_changed_closed_opened_and_counted(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO, ABSTAIN, YES)
    room.casts(vote, room.members[0], NO)
    vote = room.closes(vote)
    assert vote.state == VoteState.CLOSED
    vote = room.unlocks(vote)
    assert vote.state == VoteState.COUNTED
    assert (vote.yes, vote.no, vote.abstain, vote.invalid) == (2, 2, 1, 0)
    assert vote.adopted is False
    assert vote.base_number == 5
    assert vote.batch == []
    assert Turnout.objects.filter(vote=vote).count() == 5


def test_one_key_is_enough_where_there_is_no_second_device(room: Room) -> None:
    vote = room.opens(holders=1)
    room.all_cast(vote, YES, YES, NO)
    vote = room.unlocks(room.closes(vote))
    assert (vote.yes, vote.no) == (2, 1)


def test_it_opens_only_when_all_keys_are_there(room: Room) -> None:
    vote = room.begins()
    give_key(vote, actor=room.recorder, now=NOW, point=room.devices["recorder"].point)
    with pytest.raises(WrongState):
        room.casts(vote, room.members[0], YES)
    assert fresh(vote).state == VoteState.KEYS
    give_key(vote, actor=room.chair, now=NOW, point=room.devices["chair"].point)
    assert fresh(vote).state == VoteState.OPEN


def test_the_first_key_of_a_holder_counts(room: Room) -> None:
    vote = room.begins()
    first = Device("chair")
    for _ in range(2):
        give_key(vote, actor=room.chair, now=NOW, point=first.point)
    with pytest.raises(Refused):
        give_key(vote, actor=room.chair, now=NOW, point=Device("chair").point)
    assert bytes(SecretKey.objects.get(vote=vote).point) == first.point


def test_who_holds_no_office_gives_no_key_and_opens_nothing(room: Room) -> None:
    vote = room.begins()
    with pytest.raises(NotYours):
        give_key(vote, actor=room.members[0], now=NOW, point=Device("chair").point)
    with pytest.raises(NotYours):
        unlock(vote, actor=room.members[0], now=NOW, answers=[])


@pytest.mark.parametrize("point", [b"", OFF_THE_CURVE, b"\x04" * 65])
def test_what_is_no_point_is_no_key(room: Room, point: bytes) -> None:
    with pytest.raises(Refused):
        give_key(room.begins(), actor=room.chair, now=NOW, point=point)


def test_a_copied_ballot_is_refused_and_the_first_stays(room: Room) -> None:
    vote = room.opens()
    message = room.casts(vote, room.members[0], YES)
    with pytest.raises(Refused, match="一模一样"):
        cast_secret(vote, actor=room.members[1], now=NOW, message=message)
    cast_secret(vote, actor=room.members[0], now=NOW, message=message)
    assert SealedBallot.objects.filter(vote=vote).count() == 1
    assert Turnout.objects.filter(vote=vote).count() == 1


@pytest.mark.parametrize(
    ("sentence", "spoil"),
    [
        ("too short", lambda message: message[:-1]),
        ("too long", lambda message: message + b"\x00"),
        ("nothing", lambda _message: b""),
        ("no key to agree on", lambda message: OFF_THE_CURVE + message[65:]),
    ],
)
def test_a_ballot_of_the_wrong_shape_is_refused(
    room: Room, sentence: str, spoil: Callable[[bytes], bytes]
) -> None:
    vote = room.opens()
    message = spoil(room.ballot(vote, YES))
    with pytest.raises(Refused):
        cast_secret(vote, actor=room.members[0], now=NOW, message=message)
    assert not Turnout.objects.filter(vote=vote).exists()


def test_only_the_voters_of_the_opening_may_cast(room: Room, world: World) -> None:
    vote = room.opens()
    with pytest.raises(NotYours):
        cast_secret(vote, actor=world.neighbour, now=NOW, message=room.ballot(vote, YES))


def test_late_is_late(room: Room) -> None:
    vote = room.opens()
    message = room.ballot(vote, NO)
    room.all_cast(vote, YES, YES, NO)
    room.closes(vote)
    with pytest.raises(WrongState):
        cast_secret(vote, actor=room.members[5], now=NOW, message=message)


def test_without_a_device_that_seals_the_server_does(room: Room) -> None:
    vote = room.opens()
    for voter, choice in zip(room.members, (YES, NO, NO), strict=False):
        cast_secret(vote, actor=voter, now=NOW, choice=choice)
    assert {len(ballot.sealed) for ballot in SealedBallot.objects.all()} == {178}
    vote = room.unlocks(room.closes(vote))
    assert (vote.yes, vote.no) == (1, 2)


def test_at_the_table_somebody_without_a_phone_votes_and_it_is_marked(room: Room) -> None:
    vote, voter = room.opens(), room.members[2]
    roll = room.roll_of(voter)
    cast_secret(vote, actor=room.chair, now=NOW, choice=YES, roll=roll)
    assert Turnout.objects.get(vote=vote).at_table is True
    cast_secret(vote, actor=voter, now=NOW, choice=NO)
    assert Turnout.objects.get(vote=vote).at_table is False


def test_nobody_at_the_table_replaces_a_ballot_from_the_voters_own_device(room: Room) -> None:
    vote, voter = room.opens(), room.members[2]
    message = room.casts(vote, voter, YES)
    with pytest.raises(Refused):
        cast_secret(vote, actor=room.chair, now=NOW, choice=NO, roll=room.roll_of(voter))
    with pytest.raises(NotYours):
        cast_secret(
            vote, actor=room.members[1], now=NOW, choice=NO, roll=room.roll_of(room.members[3])
        )
    assert bytes(SealedBallot.objects.get(vote=vote).sealed) == message


def test_at_the_close_the_ballots_leave_their_voters(room: Room) -> None:
    vote = room.opens()
    cast = [room.casts(vote, voter, YES) for voter in room.members]
    vote = room.closes(vote)
    assert not SealedBallot.objects.exists()
    assert [bytes(message) for message in vote.batch] == sorted(cast)


def test_fewer_than_three_are_never_opened(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, NO)
    vote = room.closes(vote)
    assert (vote.state, vote.voided_because) == (VoteState.VOID, TOO_FEW)
    assert vote.batch == []
    assert not SealedBallot.objects.exists()
    assert batch_for(vote, room.chair.pk) is None


def test_where_fewer_than_three_may_vote_it_does_not_begin(world: World) -> None:
    with pytest.raises(Refused, match="保密"):
        room_of(world, members=2).begins()


def test_the_recorder_waits_for_the_chair(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    vote = room.closes(vote)
    assert batch_for(vote, room.recorder.pk) is None
    with pytest.raises(Refused):
        unlock(vote, actor=room.recorder, now=NOW, answers=[])


@pytest.mark.parametrize("role", ["chair", "recorder"])
def test_a_teller_who_makes_up_an_answer_changes_nothing(room: Room, role: str) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO, NO)
    vote = room.closes(vote)
    if role == "recorder":
        vote = room.unlocks(vote, "chair")
    before = list(vote.batch)
    good = room.answer(vote, role)
    for made_up in (
        [secrets.token_bytes(32), *good[1:]],
        [bytes(32), *good[1:]],
        [good[1], good[0], *good[2:]],
        good[:-1],
        [],
    ):
        with pytest.raises(Refused):
            unlock(vote, actor=room.holder(role), now=NOW, answers=made_up)
    assert fresh(vote).batch == before
    assert fresh(vote).state == VoteState.CLOSED


def test_an_answer_for_another_batch_opens_nothing(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    other = [room.ballot(vote, NO) for _ in range(3)]
    vote = room.closes(vote)
    with pytest.raises(Refused):
        unlock(vote, actor=room.chair, now=NOW, answers=room.devices["chair"].answer(other))


def test_an_answer_sent_again_changes_nothing(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    vote = room.closes(vote)
    chairs = room.answer(vote, "chair")
    for _ in range(2):
        unlock(vote, actor=room.chair, now=NOW, answers=chairs)
    recorders = room.answer(fresh(vote), "recorder")
    for _ in range(2):
        unlock(vote, actor=room.recorder, now=NOW, answers=recorders)
    unlock(vote, actor=room.chair, now=NOW, answers=chairs)
    vote = fresh(vote)
    assert (vote.state, vote.yes, vote.no) == (VoteState.COUNTED, 2, 1)


def spoils(room: Room, vote: Vote, *messages: bytes) -> None:
    """By the members after the first three."""
    for voter, message in zip(room.members[3:], messages, strict=False):
        cast_secret(vote, actor=voter, now=NOW, message=message)


def test_what_a_voter_spoilt_is_invalid_and_stops_nobody(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    chair, recorder = (device.holder for device in room.devices.values())
    off = sealed(OFF_THE_CURVE + bytes(32), vote.uid, [chair])
    strange = sealed(encoded(9), vote.uid, [chair, recorder])
    touched = bytearray(room.ballot(vote, YES))
    touched[-1] ^= 1
    spoils(room, vote, off, strange, bytes(touched))
    vote = room.unlocks(room.closes(vote))
    assert (vote.yes, vote.no, vote.abstain, vote.invalid) == (2, 1, 0, 3)


def test_a_spoilt_ballot_hides_no_teller_who_lies(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    touched = bytearray(room.ballot(vote, YES))
    touched[-1] ^= 1
    spoils(room, vote, bytes(touched))
    vote = room.closes(vote)
    good = room.answer(vote, "chair")
    for at in range(len(vote.batch)):
        made_up = [secrets.token_bytes(32) if at == one else good[one] for one in range(len(good))]
        with pytest.raises(Refused):
            unlock(vote, actor=room.chair, now=NOW, answers=made_up)
    assert room.unlocks(vote).state == VoteState.COUNTED


def test_where_spoilt_ballots_leave_fewer_than_three_none_is_read(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, NO)
    touched = bytearray(room.ballot(vote, YES))
    touched[-1] ^= 1
    spoils(room, vote, bytes(touched))
    vote = room.unlocks(room.closes(vote), "chair")
    assert (vote.state, vote.voided_because, vote.batch) == (VoteState.VOID, TOO_FEW, [])


def test_a_lost_device_leads_to_a_new_vote_with_new_keys(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    vote = room.unlocks(room.closes(vote), "chair")
    vote = room.gives_up(vote)
    assert vote.state == VoteState.VOID
    assert vote.batch == []
    again = room.opens()
    assert again.round == vote.round + 1
    room.all_cast(again, NO, NO, NO, YES)
    again = room.unlocks(room.closes(again))
    assert (again.yes, again.no) == (1, 3)


def test_given_up_while_open_the_ballots_are_gone(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    room.gives_up(vote)
    assert not SealedBallot.objects.exists()
    with pytest.raises(WrongState):
        room.casts(vote, room.members[0], YES)


def test_nothing_opens_again(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    vote = room.unlocks(room.closes(vote))
    with pytest.raises(Refused):
        room.gives_up(vote)
    with pytest.raises(WrongState):
        room.casts(vote, room.members[0], NO)
    with pytest.raises(Refused):
        give_key(vote, actor=room.chair, now=NOW, point=Device("chair").point)


def test_neither_log_nor_record_knows_of_ballots_and_keys(room: Room) -> None:
    vote = room.opens()
    logged, recorded = Command.objects.count(), Entry.objects.count()
    room.all_cast(vote, YES, YES, NO)
    room.casts(vote, room.members[0], NO)
    assert (Command.objects.count(), Entry.objects.count()) == (logged, recorded)
    room.unlocks(room.closes(vote))
    assert Command.objects.count() == logged + 1
    said = " ".join(str(row) for row in Command.objects.values_list("parameters", flat=True))
    assert "yes" not in said


def test_screens_are_told_of_what_is_new_and_of_nothing_else(room: Room) -> None:
    vote = room.opens()
    version = fresh(vote).meeting.version
    room.casts(vote, room.members[0], YES)
    assert fresh(vote).meeting.version == version + 1
    give_key(vote, actor=room.chair, now=NOW, point=room.devices["chair"].point)
    assert fresh(vote).meeting.version == version + 1


def test_a_vote_that_is_not_secret_has_no_keys(room: Room) -> None:
    vote = room.begins()
    Vote.objects.filter(pk=vote.pk).update(way="named")
    with pytest.raises(WrongState):
        give_key(vote, actor=room.chair, now=NOW, point=Device("chair").point)
