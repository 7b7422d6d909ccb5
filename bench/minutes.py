"""How long minutes of a full evening take to be drafted, read and set on paper."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from bench._copies import three
from council.minutes.drafting import draft_of
from council.models import Command, Meeting
from council.presentation.minutes_paper import document_of, in_language_of_the_house, pdf_of
from council.queries.minutes_sections import sitting_log
from council.queries.state import state_of_meeting
from tests.council.sittings import (
    a_called_sitting,
    a_council,
    at_the_table,
    fresh,
    items_of,
    roll_of,
)
from tests.council.table.doing import announced, do, moved, speaks
from tests.harness.signing_in import signed_in
from tests.world import World, build_world

MEMBERS, ITEMS, SPEECHES, REPETITIONS = 40, 8, 8, 5


def measure() -> Iterator[str]:
    world = build_world()
    meeting = an_evening(world)
    closing = timed(lambda: do(meeting, "close"))
    meeting = fresh(meeting)
    commands = Command.objects.filter(meeting=meeting).count()
    yield f"{MEMBERS} members, {ITEMS} items with {SPEECHES} speeches and a vote by hands each,"
    yield f"{commands} commands; seconds, minimum … median … maximum.\n"
    yield "| what | seconds |\n|---|--:|"
    yield f"| the command that closes the sitting, minutes drafted with it | {closing:.2f} |"
    reader = signed_in(world.grid_head)
    for what, work in (
        ("drafted once more", lambda: drafted(meeting)),
        ("the page of the minutes", lambda: page(reader, meeting)),
        ("the PDF", lambda: pdf_of(meeting)),
    ):
        yield f"| {what} | {three([timed(work) for _ in range(REPETITIONS)], '.2f')} |"
    with in_language_of_the_house():
        sections = len(document_of(meeting).sections)
    yield f"\n{sections} sections, {len(pdf_of(meeting)) // 1024} kB of PDF."


def an_evening(world: World) -> Meeting:
    """Everything was said and voted on; it is only to be closed."""
    council = a_council(world, members=MEMBERS)
    titles = [f"第{number + 1}项要商量的事" for number in range(ITEMS)]
    meeting = at_the_table(world, a_called_sitting(world, council, items=titles), starts_item=False)
    for item in items_of(meeting):
        do(meeting, "start_item", item=item.uid)
        for line in roll_of(meeting)[:SPEECHES]:
            speech = speaks(meeting, line)
            do(meeting, "end_speech", speech=speech)
            do(meeting, "note_speech", speech=speech, note="各家都愿意出一份力，先把水抽了再说。")
        announced(meeting, moved(meeting), MEMBERS)
        do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none")
        do(meeting, "end_item", item=item.uid)
    return meeting


def drafted(meeting: Meeting) -> object:
    with in_language_of_the_house():
        return draft_of(sitting_log(state_of_meeting(meeting, now=timezone.now())))


def page(reader: Client, meeting: Meeting) -> object:
    answer = reader.get(f"/sittings/{meeting.uid}/minutes/", headers={"host": "localhost"})
    assert answer.status_code == 200
    return answer


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
