"""Who has no phone votes on paper, in the same secret vote."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from acting.refusals import Refused
from council.actions.votes.cast_secret import cast_secret
from council.actions.votes.count_paper import count_paper
from council.actions.votes.give_paper import give_paper, take_back_paper
from council.actions.votes.unlock import unlock
from council.enums.votes import TOO_FEW, Choice, VoteState
from council.models import Command, Turnout, Vote
from council.order.majority import Count
from council.queries.minutes_people import people_of
from council.queries.minutes_votes import motions_of
from council.queries.secret import batch_for
from council.queries.state import state_of_meeting
from council.refusals import NotYours, WrongState
from ledger.models import Entry
from tests.council.secrecy.room import NOW, Room, fresh, room_of
from tests.harness.signing_in import signed_in
from tests.world import World

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN


@pytest.fixture
def room(world: World) -> Room:
    return room_of(world, members=8)


def gives(room: Room, vote: Vote, *members: int) -> None:
    for at in members:
        give_paper(vote, actor=room.chair, now=NOW, roll=room.roll_of(room.members[at]))


def tellers(room: Room, *members: int) -> tuple[UUID, UUID]:
    one, two = members or (0, 1)
    return room.roll_of(room.members[one]), room.roll_of(room.members[two])


def counts(room: Room, vote: Vote, *numbers: int, **more: Any) -> Vote:
    given = {"actor": room.recorder, "tellers": tellers(room), **more}
    count_paper(vote, now=NOW, count=Count(*numbers), **given)
    return fresh(vote)


def closed_with_paper(room: Room) -> Vote:
    """Three on phones, three on paper, two silent."""
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    gives(room, vote, 5, 6, 7)
    return room.closes(vote)


def test_paper_and_devices_are_one_sum(room: Room) -> None:
    vote = closed_with_paper(room)
    assert vote.waits_for_paper
    vote = counts(room, vote, 1, 1, 0, 1)
    vote = room.unlocks(vote)
    assert vote.state == VoteState.COUNTED
    assert (vote.yes, vote.no, vote.abstain, vote.invalid) == (3, 2, 0, 1)
    assert vote.base_number == 6
    assert {vote.teller_one_id, vote.teller_two_id} == set(
        Turnout.objects.filter(vote=vote, roll__person__in=room.members[:2]).values_list(
            "roll", flat=True
        )
    )


def test_after_the_count_nothing_tells_the_parts_apart(room: Room) -> None:
    vote = counts(room, closed_with_paper(room), 3, 0, 0, 0)
    assert vote.on_paper == [3, 0, 0, 0]
    vote = room.unlocks(vote)
    assert (vote.on_paper, vote.batch, vote.waits_for_paper) == ([], [], False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(on_paper=[3, 0, 0, 0])
    said = str(list(Command.objects.values_list("parameters", flat=True)))
    assert "3, 0" not in said


def test_no_device_opens_anything_before_the_paper_is_counted(room: Room) -> None:
    vote = closed_with_paper(room)
    for person in (room.chair, room.recorder):
        assert batch_for(vote, person.pk) is None
        with pytest.raises(WrongState):
            unlock(vote, actor=person, now=NOW, answers=[])
    vote = counts(room, vote, 1, 1, 1, 0)
    assert batch_for(vote, room.chair.pk) is not None


def test_no_paper_is_counted_while_the_vote_is_open(room: Room) -> None:
    vote = room.opens()
    gives(room, vote, 5, 6, 7)
    with pytest.raises(WrongState):
        counts(room, vote, 3, 0, 0, 0)
    assert fresh(vote).on_paper == []


@pytest.mark.parametrize("papers", [1, 2])
def test_with_one_or_two_on_paper_it_does_not_close_and_loses_nothing(
    room: Room, papers: int
) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, YES, NO)
    gives(room, vote, *range(5, 5 + papers))
    with pytest.raises(Refused, match=str(papers)):
        room.closes(vote)
    assert fresh(vote).state == VoteState.OPEN
    for at in range(5, 5 + papers):
        roll = room.roll_of(room.members[at])
        take_back_paper(vote, actor=room.chair, now=NOW, roll=roll)
        cast_secret(vote, actor=room.chair, now=NOW, choice=ABSTAIN, roll=roll)
    vote = room.unlocks(room.closes(vote))
    assert (vote.yes, vote.no, vote.abstain) == (2, 1, papers)


def test_one_or_two_sealed_beside_paper_are_never_opened(room: Room) -> None:
    vote = room.opens()
    room.all_cast(vote, YES, NO)
    gives(room, vote, 5, 6, 7)
    vote = room.closes(vote)
    assert (vote.state, vote.voided_because) == (VoteState.VOID, TOO_FEW)
    assert not vote.waits_for_paper
    with pytest.raises(WrongState):
        counts(room, vote, 3, 0, 0, 0)


def test_all_on_paper_is_counted_without_any_device(room: Room) -> None:
    vote = room.opens()
    gives(room, vote, 0, 1, 2, 3)
    vote = room.closes(vote)
    assert vote.state == VoteState.CLOSED
    vote = counts(room, vote, 2, 1, 1, 0)
    assert (vote.state, vote.yes, vote.no, vote.abstain) == (VoteState.COUNTED, 2, 1, 1)
    assert counts(room, vote, 2, 1, 1, 0).yes == 2


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("one too few", (1, 1, 0, 0)),
        ("one too many", (2, 1, 1, 0)),
        ("less than nothing", (4, -1, 0, 0)),
    ],
)
def test_what_does_not_add_up_to_those_who_took_one_is_refused(
    room: Room, sentence: str, numbers: tuple[int, ...]
) -> None:
    vote = closed_with_paper(room)
    with pytest.raises(Refused) as refused:
        counts(room, vote, *numbers)
    assert refused.value.field == "yes", sentence
    assert fresh(vote).waits_for_paper


def test_two_different_people_who_are_there_count(room: Room) -> None:
    vote = closed_with_paper(room)
    one, _two = tellers(room)
    for pair in ((one, one), (one, UUID(int=0))):
        with pytest.raises(Refused):
            counts(room, vote, 1, 1, 1, 0, tellers=pair)


def test_it_is_entered_once(room: Room) -> None:
    vote = counts(room, closed_with_paper(room), 1, 1, 1, 0)
    vote = counts(room, vote, 1, 1, 1, 0)
    with pytest.raises(WrongState):
        counts(room, vote, 3, 0, 0, 0)
    assert fresh(vote).on_paper == [1, 1, 1, 0]
    vote = room.unlocks(vote)
    with pytest.raises(WrongState):
        counts(room, vote, 1, 1, 1, 0)


def test_only_chair_and_recorder_give_and_enter(room: Room) -> None:
    vote = room.opens()
    roll = room.roll_of(room.members[5])
    for act in (give_paper, take_back_paper):
        with pytest.raises(NotYours):
            act(vote, actor=room.members[0], now=NOW, roll=roll)
    with pytest.raises(NotYours):
        counts(room, vote, 0, 0, 0, 0, actor=room.members[0])
    with pytest.raises(Refused):
        give_paper(vote, actor=room.chair, now=NOW, roll=UUID(int=0))


def test_nobody_votes_in_two_ways(room: Room) -> None:
    vote, voter = room.opens(), room.members[0]
    roll = room.roll_of(voter)
    give_paper(vote, actor=room.chair, now=NOW, roll=roll)
    give_paper(vote, actor=room.recorder, now=NOW, roll=roll)
    assert Turnout.objects.get(vote=vote).on_paper
    for given in ({"actor": voter}, {"actor": room.chair, "roll": roll}):
        with pytest.raises(Refused):
            cast_secret(vote, now=NOW, choice=YES, **given)
    take_back_paper(vote, actor=room.chair, now=NOW, roll=roll)
    room.casts(vote, voter, YES)
    with pytest.raises(Refused):
        give_paper(vote, actor=room.chair, now=NOW, roll=roll)
    take_back_paper(vote, actor=room.chair, now=NOW, roll=roll)
    assert Turnout.objects.filter(vote=vote, on_paper=False).count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Turnout.objects.update(at_table=True, on_paper=True)


def test_once_it_is_closed_no_paper_is_taken_or_handed_back(room: Room) -> None:
    vote = closed_with_paper(room)
    for act in (give_paper, take_back_paper):
        with pytest.raises(WrongState):
            act(vote, actor=room.chair, now=NOW, roll=room.roll_of(room.members[5]))


def test_given_up_the_paper_is_gone_too(room: Room) -> None:
    vote = counts(room, closed_with_paper(room), 1, 1, 1, 0)
    vote = room.gives_up(vote)
    assert (vote.state, vote.on_paper) == (VoteState.VOID, [])


def test_neither_log_nor_record_knows_of_paper(room: Room) -> None:
    vote = room.opens()
    logged, recorded = Command.objects.count(), Entry.objects.count()
    gives(room, vote, 5, 6, 7)
    assert (Command.objects.count(), Entry.objects.count()) == (logged, recorded)
    vote = room.closes(vote)
    logged, recorded = Command.objects.count(), Entry.objects.count()
    counts(room, vote, 1, 1, 1, 0)
    assert (Command.objects.count(), Entry.objects.count()) == (logged, recorded)


def test_the_minutes_say_how_many_voted_on_paper_and_not_what(room: Room) -> None:
    vote = room.unlocks(counts(room, closed_with_paper(room), 1, 1, 1, 0))
    state = state_of_meeting(room.meeting, now=timezone.now())
    (logged,) = motions_of(state, people_of(state))[vote.motion.item_id][0].votes
    assert (logged.papers, logged.yes, logged.no, logged.abstain) == (3, 3, 2, 1)


def page_of(vote: Vote) -> str:
    return f"/sittings/{vote.meeting.uid}/secret/{vote.uid}/paper/"


def there(person: object) -> Client:
    client = signed_in(person)  # type: ignore[arg-type]
    client.defaults["SERVER_NAME"] = "localhost"
    return client


def test_on_its_page_paper_is_given_taken_back_and_entered(room: Room) -> None:
    vote, table = room.opens(), there(room.recorder)
    for at in (0, 1, 2):
        roll = room.roll_of(room.members[at])
        assert table.post(page_of(vote), {"roll": roll}).status_code == 302
    shown = table.get(page_of(vote)).content.decode()
    assert "议事员0" in shown
    roll = room.roll_of(room.members[0])
    assert table.post(page_of(vote), {"roll": roll, "back": 1}).status_code == 302
    assert Turnout.objects.filter(vote=vote, on_paper=True).count() == 2
    table.post(page_of(vote), {"roll": roll})
    vote = room.closes(vote)
    one, two = tellers(room)
    said = {"yes": 1, "no": 1, "abstain": 0, "invalid": 0, "teller_one": one, "teller_two": two}
    wrong = table.post(page_of(vote), said)
    assert wrong.status_code == 422
    assert f'value="{one}" selected' in wrong.content.decode()
    assert table.post(page_of(vote), {**said, "abstain": 1}).status_code == 302
    vote = fresh(vote)
    assert (vote.state, vote.yes, vote.no, vote.abstain) == (VoteState.COUNTED, 1, 1, 1)


@pytest.mark.parametrize(
    "sent",
    [
        {"yes": "a", "no": "", "abstain": "1000000", "invalid": "-1"},
        {"yes": 1, "no": 1, "abstain": 1, "invalid": 0, "teller_one": "x", "teller_two": ""},
        {"roll": "nobody"},
        {},
    ],
)
def test_what_is_no_count_gets_a_sentence(room: Room, sent: dict[str, object]) -> None:
    vote = closed_with_paper(room)
    answer = there(room.chair).post(page_of(vote), sent)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert fresh(vote).waits_for_paper


def test_the_voter_sees_that_paper_was_taken_for_them(room: Room) -> None:
    vote = room.opens()
    address = f"/sittings/{vote.meeting.uid}/secret/{vote.uid}/"
    voter = there(room.members[0])
    assert "data-ballot" in voter.get(address).content.decode()
    gives(room, vote, 0)
    assert "data-ballot" not in voter.get(address).content.decode()
