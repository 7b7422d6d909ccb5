"""Every screen in English: what is Chinese there are names and words that people gave."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from council.enums.meetings import RollStanding
from council.enums.screens import Audience
from council.live.drawing import frame_of
from council.models import Meeting
from council.queries.state import state_of
from issues.models import Finding
from tests.council.sittings import a_called_sitting, a_council, at_the_table, items_of, roll_of
from tests.council.table.doing import TEXT, announced, do, moved, speaks, vote_on
from tests.issues.sitting import hard
from tests.world import World

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+")


def left_in(meeting: Meeting, own: set[str]) -> dict[Audience, set[str]]:
    """What is Chinese on each screen beside what people called it or said."""
    state = state_of(meeting.uid, now=timezone.now())
    assert state is not None
    found = {}
    for audience in Audience:
        frame = frame_of(state, audience, "en")
        assert frame is not None
        text = html.unescape("".join(frame.parts.values()))
        for words in sorted(own, key=len, reverse=True):
            text = text.replace(words, "")
        found[audience] = set(CHINESE.findall(text))
    return {audience: words for audience, words in found.items() if words}


def test_in_each_state_of_a_sitting(world: World) -> None:
    now = timezone.now()
    called = a_called_sitting(
        world, a_council(world), now=now - timedelta(days=1), starts_at=now + timedelta(minutes=10),
        items=[hard(world).reference, "快递柜"], manner="rules",
    )  # fmt: skip
    own = {called.title, called.council.name, called.where, TEXT, "快递柜", "先清淤", "老王"}
    own |= {line.call_name for line in roll_of(called)} | {str(called.chair), str(called.recorder)}
    own |= {called.council.body.name, called.council.body.short_name, world.community.call_name}
    own |= {item.title for item in items_of(called)}
    own |= {finding.text for finding in Finding.objects.all()}
    assert left_in(called, own) == {}
    meeting = at_the_table(world, called, now=now)
    roll = roll_of(meeting)
    do(meeting, "walk_in", uid=uuid4(), name="老王", standing=RollStanding.RESIDENT, now=now)
    do(meeting, "leave", roll=roll[4].uid, now=now)
    do(meeting, "apologise", roll=roll[4].uid, apology="ill", now=now)
    do(meeting, "recuse", roll=roll[3].uid, now=now)
    speaks(meeting, roll[0], now=now, side="for")
    do(meeting, "ask_floor", uid=uuid4(), roll=roll[1].uid, now=now, side="against")
    assert left_in(meeting, own) == {}
    do(meeting, "end_speech", now=now)
    motion, amendment = moved(meeting, now=now), uuid4()
    do(meeting, "amend", uid=amendment, motion=motion.uid, text="先清淤", roll=roll[1].uid, now=now)
    assert left_in(meeting, own) == {}
    do(meeting, "withdraw_motion", motion=amendment, now=now)
    vote = vote_on(meeting, motion, "named", now=now)
    assert left_in(meeting, own) == {}
    do(meeting, "void_vote", vote=vote.uid, reason="先清淤", now=now)
    vote = vote_on(meeting, motion, "secret", now=now)
    assert left_in(meeting, own) == {}
    do(meeting, "void_vote", vote=vote.uid, reason="先清淤", now=now)
    announced(meeting, motion, len(roll) - 2)
    assert left_in(meeting, own) == {}
