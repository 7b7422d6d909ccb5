"""Signatures, secret votes and ballots on paper in the security log: who ran them, no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.asker import digest_of_person
from accounts.models import User
from council.actions.minutes.add_sheet import add_sheet
from council.actions.minutes.finish import finish
from council.actions.minutes.sign import sign
from council.actions.votes.count_hands import count_hands
from council.actions.votes.count_paper import count_paper
from council.actions.votes.give_paper import give_paper, take_back_paper
from council.actions.votes.open_vote import open_vote
from council.enums.minutes import SheetKind
from council.enums.votes import Choice, VoteWay
from council.inputs import Ballot, Sent
from council.models import Council, Vote
from council.order.majority import Count
from tests.council.actions.minutes.test_way_of_minutes import digest
from tests.council.held import AFTER, held
from tests.council.secrecy.room import NOW, RULE, Room, fresh, room_of
from tests.harness.security_lines import security_lines
from tests.hostile import bombs
from tests.world import World

pytestmark = pytest.mark.django_db
Capture = DjangoCaptureOnCommitCallbacks
# What a line may say of ballots: no voter, no choice, no number of any of them.
SAID = {"kind", "person", "address", "act", "sitting", "vote", "way"}


@pytest.fixture
def room(world: World) -> Room:
    return room_of(world, members=8)


@contextmanager
def written(capture: Capture) -> Iterator[list[dict[str, Any]]]:
    with security_lines() as lines, capture(execute=True):
        yield lines


def acts(lines: list[dict[str, Any]], who: Mapping[str, User]) -> list[tuple[str, str]]:
    names = {digest_of_person(person.pk): name for name, person in who.items()}
    assert all(set(line) == SAID for line in lines)
    return [(line["act"], names[line["person"]]) for line in lines]


def test_a_secret_vote_with_paper_from_its_opening_to_its_count(
    room: Room, django_capture_on_commit_callbacks: Capture
) -> None:
    who = {"chair": room.chair, "recorder": room.recorder}
    with written(django_capture_on_commit_callbacks) as lines:
        vote = room.opens()
        room.all_cast(vote, Choice.YES, Choice.YES, Choice.NO)
        papers = [room.roll_of(member) for member in room.members[4:8]]
        for roll in papers:
            give_paper(vote, actor=room.chair, now=NOW, roll=roll)
        # Pressed twice it is given once.
        give_paper(vote, actor=room.chair, now=NOW, roll=papers[0])
        take_back_paper(vote, actor=room.recorder, now=NOW, roll=papers[0])
        take_back_paper(vote, actor=room.recorder, now=NOW, roll=papers[0])
        vote = room.closes(vote)
        tellers = (room.roll_of(room.members[0]), room.roll_of(room.members[1]))
        count = {"count": Count(1, 1, 1), "tellers": tellers}
        count_paper(vote, actor=room.recorder, now=NOW, **count)  # type: ignore[arg-type]
        room.unlocks(fresh(vote))
    assert acts(lines, who) == [
        ("opened", "chair"),
        ("key_given", "chair"),
        ("key_given", "recorder"),
        *[("paper_given", "chair")] * 4,
        ("paper_taken_back", "recorder"),
        ("closed", "chair"),
        ("paper_counted", "recorder"),
        ("unlocked", "chair"),
        ("unlocked", "recorder"),
    ]
    assert {(line["sitting"], line["vote"]) for line in lines} == {(room.meeting.pk, vote.pk)}


def test_nothing_is_written_when_somebody_votes(
    room: Room, django_capture_on_commit_callbacks: Capture
) -> None:
    vote = room.opens()
    with written(django_capture_on_commit_callbacks) as lines:
        room.all_cast(vote, Choice.YES, Choice.NO, Choice.ABSTAIN)
    assert lines == []


def test_a_vote_that_counts_for_nothing(
    room: Room, django_capture_on_commit_callbacks: Capture
) -> None:
    vote = room.opens()
    with written(django_capture_on_commit_callbacks) as lines:
        room.gives_up(vote, reason="平板丢了")
    assert acts(lines, {"chair": room.chair}) == [("voided", "chair")]
    assert "平板" not in str(lines)


@pytest.mark.parametrize(("way", "said"), [(VoteWay.PAPER, 2), (VoteWay.HANDS, 0)])
def test_a_vote_on_paper_is_written_down_and_raised_hands_are_not(
    room: Room, way: VoteWay, said: int, django_capture_on_commit_callbacks: Capture
) -> None:
    tellers = (room.roll_of(room.members[0]), room.roll_of(room.members[1]))
    with written(django_capture_on_commit_callbacks) as lines:
        open_vote(
            room.meeting, actor=room.chair, now=NOW, sent=Sent(uid=uuid4()), uid=uuid4(),
            motion=room.motion.uid, ballot=Ballot(way=way, rule=RULE, tellers=tellers),
        )  # fmt: skip
        vote = Vote.objects.get(way=way)
        count_hands(
            room.meeting, actor=room.chair, now=NOW, sent=Sent(uid=uuid4()),
            vote=vote.uid, count=Count(vote.eligible, 0, 0),
        )  # fmt: skip
    assert acts(lines, {"chair": room.chair}) == [("opened", "chair"), ("counted", "chair")][:said]


def test_of_a_rehearsal_nothing_is_written(
    room: Room, django_capture_on_commit_callbacks: Capture
) -> None:
    type(room.meeting).objects.filter(pk=room.meeting.pk).update(rehearsal=True)
    with written(django_capture_on_commit_callbacks) as lines:
        room.closes(room.opens())
    assert lines == []


def test_who_signed_minutes_and_by_which_way(
    world: World, council: Council, django_capture_on_commit_callbacks: Capture
) -> None:
    meeting = held(world, council)
    finish(meeting, actor=world.grid_worker, now=AFTER)
    meeting.refresh_from_db()
    photo = {"kind": SheetKind.RECORD, "file": bombs.drawn((60, 40), "JPEG"), "signed": True}
    with written(django_capture_on_commit_callbacks) as lines:
        for _pressed in range(2):
            sign(meeting, actor=world.grid_head, now=AFTER, digest=digest(meeting))
        meeting.refresh_from_db()
        add_sheet(
            meeting,
            actor=world.grid_head,
            now=AFTER,
            seen=meeting.version,
            **photo,  # type: ignore[arg-type]
        )
    head, worker = digest_of_person(world.grid_head.pk), digest_of_person(world.grid_worker.pk)
    found = [(line["kind"], line["person"], line.get("of"), line["way"]) for line in lines]
    assert found == [
        ("minutes_signed", head, None, "code"),
        # The other signature, on the sheet that the chair has filed.
        ("minutes_signed", head, worker, "sheet"),
    ]
    assert {line["sitting"] for line in lines} == {meeting.pk}
