"""Hostile values in the forms of a result, a secret ballot and paper: a sentence for each."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from council.actions.votes.give_paper import give_paper
from council.enums.votes import Choice
from council.models import Roll, SealedBallot, Turnout, Vote
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Outcome
from tests.council.secrecy.room import NOW, Room, room_of
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path
from tests.issues.views.test_deliver_form import taken_in
from tests.issues.views.test_raise_matter import picture
from tests.world import World

KINDS = [
    ["\u200b\u2800", "\x00", "灯\x00"],
    ["9" * 5000],
    ["-1", "1e5", "NaN"],
    ["<script>", "😀" * 50],
]
STRANGE = [value for values in KINDS for value in values]
HIDDEN_AND_SEEN = [
    "money", "count", "delivered_at", "kept", "version", "entry", "submission", "text",
]  # fmt: skip
RESULT = {"text": "换好了", "no_picture_reason": "天黑"}
YES = Choice.YES
LOCAL = {"HTTP_HOST": "localhost"}


def in_turn(number: int) -> list[str]:
    """Of each kind one: what shows nothing, endless digits, other numbers, other marks."""
    return [values[number % len(values)] for values in KINDS]


def test_a_damaged_result_is_refused_in_words_and_keeps_what_was_typed(world: World) -> None:
    issue = taken_in(world, MatterClass.URGENT)
    client, path = signed_in(world.grid_worker), act_path(issue, Act.DELIVER)
    lost = []
    for number, name in enumerate(HIDDEN_AND_SEEN):
        # What shows nothing is empty, and the sum may be.
        for value in STRANGE[1:] if name == "money" else in_turn(number):
            sent = {**RESULT, "submission": str(uuid4()), "paid_by": "物业", name: value}
            answer = client.post(path, {**sent, "money": sent.get("money", "1，5")})
            page = answer.content.decode()
            typed = ["物业", *([] if name == "text" else ["换好了"])]
            if answer.status_code not in {422, 409} or any(word not in page for word in typed):
                lost.append((name, value[:9], answer.status_code))
    assert lost == []
    assert not Outcome.objects.exists()


def test_photos_that_are_none_are_named_and_the_words_stay(world: World) -> None:
    issue = taken_in(world, MatterClass.URGENT)
    client, path = signed_in(world.grid_worker), act_path(issue, Act.DELIVER)
    for content in (
        b"",
        b"\x00" * 9,
        b"<svg onload=alert(1)>",
        b"GIF89a" + b"\xff" * 50,
        b"\xff\xd8\xff",
    ):
        bad = SimpleUploadedFile("一\u202egpj.exe", content, "image/jpeg")
        answer = client.post(
            path, {**RESULT, "submission": str(uuid4()), "photos": [picture(), bad]}
        )
        assert answer.status_code == 422, content
        assert answer.context["form"].errors.get("photos"), content
        assert "换好了" in answer.content.decode()
        # The good one has arrived and need not be chosen again.
        assert len(answer.context["form"].uploads) == 1
    assert not Outcome.objects.exists()


@pytest.fixture
def room(world: World) -> Room:
    return room_of(world)


def at(name: str, vote: Vote) -> str:
    return reverse(f"council:secret_{name}", args=[vote.meeting.uid, vote.uid])


def test_a_damaged_ballot_counts_nothing_and_says_so(room: Room) -> None:
    vote = room.opens()
    client = signed_in(room.members[0], **LOCAL)
    for sent in (
        *({"choice": value} for value in [*STRANGE, "", "0", "4.0", "٣"]),
        *({"sealed": value} for value in [*STRANGE, "AAAA", "A" * 400]),
    ):
        answer = client.post(at("ballot", vote), sent)
        assert answer.status_code == 422, sent
        assert "field-error" in (page := answer.content.decode()) or "notice" in page, sent
    assert not SealedBallot.objects.exists()
    assert not Turnout.objects.exists()


def test_a_damaged_paper_count_says_so_and_keeps_the_figures(room: Room) -> None:
    vote = room.opens()
    for member in room.members[:3]:
        room.casts(vote, member, YES)
    for taken in Roll.objects.filter(meeting=vote.meeting, person__in=room.members[3:]):
        give_paper(vote, actor=room.chair, now=NOW, roll=taken.uid)
    vote = room.closes(vote)
    client = signed_in(room.chair, **LOCAL)
    for number, name in enumerate(("yes", "invalid", "teller_one", "roll")):
        for value in in_turn(number):
            answer = client.post(
                at("paper", vote), {"no": "7", "abstain": "1", "yes": "1", name: value}
            )
            assert answer.status_code == 422, (name, value[:9])
            if name != "roll":
                assert 'value="7"' in answer.content.decode(), (name, value[:9])
