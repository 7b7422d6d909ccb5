"""What a sitting leaves in the public record: how many, and nobody's name, word or choice."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from council.enums.votes import Choice
from council.models import Command, Meeting
from council.presentation.kinds import KINDS, sentence_of
from ledger.models import Entry
from tests.council.sittings import items_of, roll_of
from tests.council.table.doing import announced, asks, do, moved, vote_on

WORDS = ("老王家的", "欠债的亲戚", "请铁路清淤", "明年再说", "有人没听清", "另外两家")


def test_no_name_word_or_choice_of_anybody(meeting: Meeting) -> None:
    roll = roll_of(meeting)
    do(meeting, "walk_in", uid=uuid4(), name=WORDS[0])
    do(meeting, "recuse", roll=roll[4].uid, reason=WORDS[1])
    do(meeting, "note_item", note=WORDS[0])
    speech = asks(meeting, roll[0])
    do(meeting, "give_floor", speech=speech)
    do(meeting, "note_speech", speech=speech, note=WORDS[3])
    do(meeting, "end_speech")
    motion = moved(meeting, WORDS[2])
    vote = vote_on(meeting, motion, "named")
    for line, choice in zip(roll, Choice, strict=False):
        do(meeting, "cast_named", line.person, device="phone", vote=vote.uid, choice=choice)
    do(meeting, "void_vote", vote=vote.uid, reason=WORDS[4])
    announced(meeting, motion, 3, 1)
    item = items_of(meeting)[0]
    do(meeting, "adopt", uid=uuid4(), item=item.uid, effect="none", minority=WORDS[5])
    do(meeting, "end_item")
    do(meeting, "close")
    entries = Entry.objects.filter(stream__name__startswith=meeting.stream).order_by("pk")
    bodies = [json.loads(bytes(entry.body)) for entry in entries]
    kept = f"{bodies}"
    log = f"{list(Command.objects.filter(meeting=meeting).values_list('parameters', flat=True))}"
    casts = Command.objects.filter(kind="cast_named").values_list("parameters", flat=True)
    for told in (kept, log):
        assert not [word for word in (*WORDS, *(str(line.person) for line in roll)) if word in told]
    assert all(set(said) == {"vote", "roll"} for said in casts)
    sentences = [sentence_of(body["kind"], 1, body["parameters"]) for body in bodies]
    assert [said for said in sentences if "Adopted: 3 for it, 1 against" in said]
    assert "Something was written down." not in sentences


def test_every_kind_that_is_recorded_has_a_sentence() -> None:
    assert not set(kinds()) - set(KINDS)


def kinds() -> Iterator[str]:
    """The first argument of every `record(…)` of the council."""
    for path in Path("council").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "record":
                kind = node.args[0] if node.args else None
                if isinstance(kind, ast.Constant):
                    yield str(kind.value)
