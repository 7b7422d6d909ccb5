from __future__ import annotations

import pytest

from acting.refusals import Refused
from council.enums.votes import Choice
from council.models import Command, Meeting, NamedBallot
from council.refusals import NotYours
from tests.council.sittings import roll_of
from tests.council.table.doing import commands, do, moved, vote_on
from tests.world import World


def test_each_has_one_vote_and_may_change_it_until_the_close(meeting: Meeting) -> None:
    line = roll_of(meeting)[0]
    vote = vote_on(meeting, moved(meeting), "named")
    for choice in ("yes", "no"):
        do(meeting, "cast_named", line.person, device="phone", vote=vote.uid, choice=choice)
    ballot = NamedBallot.objects.get()
    assert (ballot.choice, ballot.at_table) == (Choice.NO, False)
    do(meeting, "close_vote", vote=vote.uid)
    with pytest.raises(Refused, match="This vote is over"):
        do(meeting, "cast_named", line.person, vote=vote.uid, choice="yes")
    assert NamedBallot.objects.get().choice == Choice.NO


def test_what_was_chosen_stands_in_no_log(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting), "named")
    do(meeting, "cast_named", roll_of(meeting)[0].person, vote=vote.uid, choice="abstain")
    row = Command.objects.get(kind="cast_named")
    assert "abstain" not in f"{row.parameters}{row.inverse}"


def test_at_the_table_it_is_written_down_as_such(meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting), "named")
    do(meeting, "cast_named", vote=vote.uid, roll=roll_of(meeting)[1].uid, choice="yes")
    assert NamedBallot.objects.get().at_table


def test_nobody_votes_for_another_from_a_phone(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    vote = vote_on(meeting, moved(meeting), "named")
    with pytest.raises(NotYours):
        do(meeting, "cast_named", roll[0].person, vote=vote.uid, roll=roll[1].uid, choice="yes")
    assert not NamedBallot.objects.exists()


def test_who_only_looks_on_has_no_vote(world: World, meeting: Meeting) -> None:
    vote = vote_on(meeting, moved(meeting), "named")
    for who in (world.resident, world.staff, world.stranger):
        with pytest.raises(NotYours):
            do(meeting, "cast_named", who, vote=vote.uid, choice="yes")
    assert commands(meeting, "cast_named") == 0
