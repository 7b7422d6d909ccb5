"""A full hall: 300 phones follow a sitting, and each votes once within twenty seconds."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from statistics import quantiles
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from bench._phones import Phone, hold
from bench._serving import asgi, served
from council.actions.motions.move import move
from council.actions.votes.open_vote import open_vote
from council.enums.votes import Majority, VoteBase, VoteWay
from council.inputs import Ballot
from council.models import Meeting, NamedBallot
from council.order.majority import MajorityRule
from tests.council.sittings import a_called_sitting, a_council, at_the_table, roll_of, sent
from tests.harness.signing_in import session_of
from tests.world import World, build_world

PHONES, WITHIN, LAST = 300, 20.0, 10.0


def measure() -> Iterator[str]:
    meeting, vote = a_vote(build_world())
    yield f"{PHONES} phones, each with a stream, vote by name once within {WITHIN:.0f} seconds; the"
    yield "phones and the server share the machine. Milliseconds.\n"
    yield "| | median | 95 of 100 | most |\n|---|--:|--:|--:|"
    with served(asgi) as port:
        phones = [
            Phone(port, meeting.uid, session_of(line.person))
            for line in roll_of(meeting)
            if line.person
        ]
        asyncio.run(hold(phones, vote, within=WITHIN, last=LAST))
    yield row("a vote is answered", [phone.answered_at - phone.voted_at for phone in phones])
    shown = [
        phone.shown_after(voter.version, voter.answered_at) for voter in phones for phone in phones
    ]
    yield row("a phone shows the tally after that", shown)
    newest = max(phone.version for phone in phones)
    counted = Counter(NamedBallot.objects.filter(vote__uid=vote).values_list("choice", flat=True))
    missed = sum(phone.came[-1][0] < newest for phone in phones)
    frames = sum(len(phone.came) for phone in phones) / len(phones)
    yield f"\nCounted: {sum(counted.values())} of {len(phones)} ({dict(counted)}); without the last"
    yield f"frame: {missed} phones; frames a phone: {frames:.0f}."


def a_vote(world: World) -> tuple[Meeting, UUID]:
    now = timezone.now()
    council = a_council(world, members=PHONES)
    starts_at = now + timedelta(minutes=10)
    called = a_called_sitting(world, council, now=now - timedelta(days=5), starts_at=starts_at)
    meeting = at_the_table(world, called, now=now)
    chair = meeting.chair
    assert chair is not None
    motion, vote = uuid4(), uuid4()
    said: dict[str, Any] = {"actor": chair, "now": now}
    move(meeting, **said, sent=sent("tablet"), uid=motion, text="由社区报街道，请铁路部门清淤")
    rule = MajorityRule(Majority.HALF, VoteBase.PRESENT, abstentions_count=True)
    ballot = Ballot(way=VoteWay.NAMED, rule=rule)
    open_vote(meeting, **said, sent=sent("tablet"), uid=vote, motion=motion, ballot=ballot)
    return meeting, vote


def row(name: str, seconds: list[float]) -> str:
    parts = quantiles(seconds, n=100)
    told = " | ".join(f"{each * 1000:.0f}" for each in (parts[49], parts[94], max(seconds)))
    return f"| {name} | {told} |"
