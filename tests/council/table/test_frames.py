"""What is sent to the screens of a sitting: little, to whom it concerns, and known again."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from council.actions.agenda.say_opinion import say_opinion
from council.enums.agenda import Stance
from council.enums.screens import Audience
from council.live.drawing import frame_of
from council.live.frames import Frame
from council.models import AgendaItem, Meeting
from council.presentation.screens.parts import filled
from council.queries.state import state_of
from issues.enums.matter import Visibility
from issues.models import Issue
from tests.council.sittings import a_called_sitting, a_council, at_the_table, items_of, roll_of
from tests.council.table.doing import do, moved, person_at, vote_on
from tests.issues.staging import published
from tests.world import World

LONG = "同意换管子，但请先把施工时间贴出来，别赶在孩子放学的时候挖路；" * 5


def frames(meeting: Meeting) -> dict[Audience, Frame]:
    state = state_of(meeting.uid, now=timezone.now())
    assert state is not None
    found = {each: frame_of(state, each, "zh-hans") for each in Audience}
    return {each: frame for each, frame in found.items() if frame}


def a_sitting(world: World, members: int) -> Meeting:
    now = timezone.now()
    called = a_called_sitting(
        world,
        a_council(world, members=members),
        now=now - timedelta(days=1),
        starts_at=now + timedelta(minutes=10),
    )
    return at_the_table(world, called, now=now)


def sent_after(meeting: Meeting, act: str, **data: Any) -> dict[Audience, dict[str, int]]:
    """Bytes of each part that a stream sends of it."""
    before = frames(meeting)
    do(meeting, act, now=timezone.now(), **data)
    return {
        each: {
            name: len(html.encode())
            for name, html in frame.parts.items()
            if html != before[each].parts.get(name)
        }
        for each, frame in frames(meeting).items()
    }


def test_a_vote_costs_the_same_in_a_full_hall(world: World) -> None:
    meeting = a_sitting(world, 60)
    vote = vote_on(meeting, moved(meeting), "named")
    sent = sent_after(
        meeting, "cast_named", vote=vote.uid, roll=roll_of(meeting)[3].uid, choice="yes"
    )
    assert set(sent[Audience.TABLE]) <= {"vote", "next"}
    assert set(sent[Audience.VOTER]) == {"vote"}
    assert all(sum(parts.values()) < 6_000 for parts in sent.values()), sent


def test_a_tap_sends_the_line_that_was_tapped(world: World) -> None:
    meeting = a_sitting(world, 60)
    line = roll_of(meeting)[7]
    sent = sent_after(meeting, "leave", roll=line.uid)
    lines = [name for name in sent[Audience.TABLE] if name.startswith("line-")]
    assert lines == [f"line-{line.uid}"]
    assert "people" not in sent[Audience.TABLE]
    assert sum(sent[Audience.TABLE].values()) < 60 * 90 + 6_000
    assert sum(sent[Audience.MEMBER].values()) < 1_000


def test_ones_own_is_told_to_oneself_alone(world: World) -> None:
    meeting = a_sitting(world, 5)
    roll = roll_of(meeting)
    speech = uuid4()
    do(meeting, "ask_floor", now=timezone.now(), uid=speech, roll=roll[1].uid)
    do(meeting, "ask_floor", now=timezone.now(), uid=uuid4(), roll=roll[2].uid)
    do(meeting, "give_floor", now=timezone.now(), speech=speech)
    do(meeting, "leave", now=timezone.now(), roll=roll[3].uid)
    frame = frames(meeting)[Audience.MEMBER]
    assert [frame.own_of(line.person_id) for line in roll] == ["hm", "hsm", "hwm", "m", "hm"]
    assert frame.own_of(None) == ""
    assert '"own":"hsm"' in frame.text(roll[1].person_id, now=timezone.now())
    for audience in (Audience.VOTER, Audience.MEMBER, Audience.READER, Audience.WALL):
        told = frames(meeting)[audience].text(None, now=timezone.now())
        assert not any(str(line.uid) in told for line in roll), audience


class TestPlaces:
    def test_a_page_holds_what_stands_in_its_places(self) -> None:
        parts = {
            "head": '<div data-part="people"></div>',
            "people": '<ul><li class="name" data-part="line-1"></li></ul>',
            "line-1": "<b>何平</b>",
        }
        assert "<b>何平</b>" in filled(parts)["head"]
        assert filled({"a": '<p data-part="gone"></p>'}) == {"a": '<p data-part="gone"></p>'}

    @pytest.mark.parametrize("way", ["hands", "named", "paper"])
    def test_what_has_a_state_of_its_own_is_known_again(self, world: World, way: str) -> None:
        """A fold without an id would open instead of another, once that is gone."""
        meeting = a_sitting(world, 5)
        vote_on(meeting, moved(meeting), way)
        for frame in frames(meeting).values():
            whole = "".join(filled(frame.parts).values())
            folds = re.findall(r"<details[^>]*>", whole)
            assert all(" id=" in fold for fold in folds), folds
        for frame in frames(meeting).values():
            ids = Counter(
                re.findall(
                    r'<(?:details|form|li|section)[^>]* id="([^"]+)"', "".join(frame.parts.values())
                )
            )
            assert [name for name, number in ids.items() if number > 1] == []


class TestSaidBeforehand:
    def test_chair_and_recorder_read_it_at_the_table_shortened(self, world: World) -> None:
        meeting = self.told(world)
        found = frames(meeting)
        table = found[Audience.TABLE].parts["said"]
        assert "赞成 1 · 反对 1" in table
        assert str(person_at(meeting, 0)) in table
        short, _, whole = table.partition("</summary><p>")
        assert LONG not in short
        assert LONG in whole, "behind a fold"
        assert "先查清漏点" in table
        for audience in set(Audience) - {Audience.TABLE}:
            told = found[audience].text(None, now=timezone.now())
            assert "施工时间" not in told
            assert "先查清漏点" not in told

    def test_of_a_matter_that_went_private_only_numbers_are_left(self, world: World) -> None:
        meeting = self.told(world)
        Issue.objects.update(visibility=Visibility.PRIVATE)
        table = "".join(frames(meeting)[Audience.TABLE].parts.values())
        assert "施工时间" not in table
        assert "先查清漏点" not in table
        assert Issue.objects.get().reference not in table

    def told(self, world: World) -> Meeting:
        now = timezone.now()
        issue = published(world)
        called = a_called_sitting(
            world,
            a_council(world),
            now=now - timedelta(hours=1),
            starts_at=now + timedelta(minutes=10),
            items=[issue.reference],
        )
        item: AgendaItem = items_of(called)[0]
        for at, stance, words in ((0, Stance.FOR, LONG), (1, Stance.AGAINST, "先查清漏点")):
            say_opinion(
                called,
                actor=person_at(called, at),
                now=now,
                item=item.uid,
                stance=stance,
                words=words,
            )
        return at_the_table(world, called, now=now)
