"""What the address of a sitting's commands answers, to whom and to what."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from accounts.models import User
from council.models import AgendaItem, Command, Meeting, Recusal, Roll
from tests.council.sittings import BEGINS, a_draft, roll_of
from tests.council.table.doing import do, moved, person_at, vote_on
from tests.harness.signing_in import signed_in
from tests.world import World


def english(user: User) -> Client:
    User.objects.filter(pk=user.pk).update(language="en")
    return signed_in(user)


SCRIPT = "<script>alert(1)</script>"


def post(
    client: Client, meeting: Meeting, act: str | None, *, script: bool = False, **data: Any
) -> Any:
    sent = {"command": uuid4(), "place": "table", **data}
    if act is not None:
        sent["act"] = act
    accept = {"accept": "application/json"} if script else None
    return client.post(f"/sittings/{meeting.uid}/do/", sent, headers=accept)


@pytest.fixture
def chair(world: World, meeting: Meeting) -> Client:
    """On the tablet that runs the table."""
    client = english(world.grid_head)
    post(client, meeting, "take_table")
    return client


def test_each_is_answered_in_words(world: World, meeting: Meeting, chair: Client) -> None:
    line = roll_of(meeting)[0]
    member, stranger = signed_in(person_at(meeting, 0)), signed_in(world.stranger)
    assert post(chair, meeting, "leave", roll=line.uid).status_code == 302
    assert post(chair, meeting, "arrive", roll=line.uid, script=True).status_code == 200
    refused = post(chair, meeting, "start_item", script=True)
    assert (refused.status_code, "End the item" in refused.json()["error"]) == (422, True)
    moved_on = post(chair, meeting, "open", script=True)
    assert (moved_on.status_code, "moved on" in moved_on.json()["error"]) == (409, True)
    assert post(member, meeting, "end_item", script=True).status_code == 409
    for who in (stranger, signed_in(world.staff)):
        assert post(who, meeting, "ask_floor", uid=uuid4(), script=True).status_code == 409
        assert post(who, meeting, "end_item").status_code == 409
    recorder = english(world.grid_worker)
    other = post(recorder, meeting, "end_item", script=True)
    assert "Another device runs the table" in other.json()["error"]
    assert other.json()["parts"]


def test_a_screen_that_follows_is_told_the_version_only(meeting: Meeting, chair: Client) -> None:
    """What is true then is drawn once for all, by the stream."""
    line, path = roll_of(meeting)[0], f"/sittings/{meeting.uid}/do/"
    for place in ("table", "phone"):
        for act, header in (("leave", {}), ("arrive", {"x-followed": "1"})):
            sent = {"act": act, "command": uuid4(), "place": place, "roll": line.uid}
            told = chair.post(path, sent, headers={"accept": "application/json", **header}).json()
            assert ("parts" in told) is not bool(header)
            meeting.refresh_from_db()
            assert told["version"] == meeting.version


def test_who_is_signed_out_is_asked_to_sign_in_and_nothing_is_done(meeting: Meeting) -> None:
    before = Command.objects.count()
    assert post(Client(), meeting, "end_item").status_code == 302
    assert post(Client(), meeting, "end_item", script=True).status_code == 401
    # Without a script nothing but the answer has what was typed.
    typed = post(Client(), meeting, "move", text="换三盏灯")
    assert typed.status_code == 409
    assert "换三盏灯" in typed.content.decode()
    assert Command.objects.count() == before


def test_what_no_page_of_ours_sends(world: World, meeting: Meeting, chair: Client) -> None:
    before = Command.objects.count()
    for act in (None, "", "explode", "OPEN"):
        answer = post(chair, meeting, act)
        assert answer.status_code == 302
        assert "incomplete" in str(next(iter(get_messages(answer.wsgi_request))))
        assert "incomplete" in post(chair, meeting, act, script=True).json()["error"]
    assert chair.get(f"/sittings/{meeting.uid}/do/").status_code == 405
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(world.grid_head)
    assert post(careful, meeting, "end_item").status_code == 403
    assert post(chair, meeting, "leave", command="x", roll="y").status_code == 422
    assert chair.post(f"/sittings/{uuid4()}/do/", {"act": "open"}).status_code == 404
    assert Command.objects.count() == before


def test_a_draft_is_not_there_for_others(world: World, meeting: Meeting) -> None:
    draft = a_draft(world, meeting.council, starts_at=BEGINS + timedelta(days=7))
    assert post(signed_in(world.stranger), draft, "join", code="ABCDEF").status_code == 404
    assert post(Client(), draft, "join", code="ABCDEF").status_code == 404
    assert post(signed_in(world.grid_head), draft, "open").status_code == 422


def test_a_command_of_another_sitting_or_of_another_kind_is_not_this_one(
    meeting: Meeting, chair: Client
) -> None:
    command, line = uuid4(), roll_of(meeting)[0]
    assert post(chair, meeting, "leave", command=command, roll=line.uid).status_code == 302
    assert post(chair, meeting, "leave", command=command, roll=line.uid).status_code == 302
    again = post(chair, meeting, "arrive", command=command, roll=line.uid, script=True)
    assert (again.status_code, "incomplete" in again.json()["error"]) == (422, True)


@pytest.mark.parametrize("told", ["garbage", "-5", "9" * 5000, "12.5", "", "253402300800000"])
def test_a_clock_that_tells_nonsense_stops_nobody(
    meeting: Meeting, chair: Client, told: str
) -> None:
    line = roll_of(meeting)[0]
    answer = post(chair, meeting, "leave", roll=line.uid, happened=told, lamport=told)
    assert answer.status_code == 302


def test_what_is_too_long_is_said_and_stays_typed(meeting: Meeting, chair: Client) -> None:
    name = "王" * 200
    answer = post(chair, meeting, "walk_in", uid=uuid4(), name=name)
    assert answer.status_code == 422
    assert name in answer.content.decode()
    assert "Name" in answer.content.decode()
    assert not Roll.objects.filter(meeting=meeting, name__startswith="王").exists()


def test_a_script_in_every_field_is_only_text(
    world: World, meeting: Meeting, chair: Client
) -> None:
    line, speech = roll_of(meeting)[0], uuid4()
    steps: list[tuple[str, dict[str, Any]]] = [
        ("walk_in", {"uid": uuid4(), "name": SCRIPT}),
        ("add_item", {"uid": uuid4(), "title": SCRIPT}),
        ("note_item", {"note": SCRIPT}),
        ("recuse", {"roll": line.uid, "reason": SCRIPT}),
        ("ask_floor", {"uid": speech, "roll": line.uid}),
        ("give_floor", {}),
        ("note_speech", {"speech": speech, "note": SCRIPT}),
        ("move", {"uid": uuid4(), "text": SCRIPT}),
    ]
    for act, data in steps:
        assert post(chair, meeting, act, **data).status_code == 302, act
    for client, page in ((chair, "table"), (chair, "phone"), (Client(), "phone")):
        text = client.get(f"/sittings/{meeting.uid}/{page}/").content.decode()
        assert SCRIPT not in text
    refused = post(chair, meeting, "add_item", uid=uuid4(), title=SCRIPT * 9)
    assert SCRIPT not in refused.content.decode()


@pytest.mark.parametrize(
    ("yes", "why"), [("-1", "greater than or equal"), ("9" * 30, "less than or equal"), ("x", "")]
)
def test_hands_that_nobody_has(meeting: Meeting, chair: Client, yes: str, why: str) -> None:
    do(meeting, "take_table")
    vote = vote_on(meeting, moved(meeting))
    post(chair, meeting, "take_table")
    answer = post(chair, meeting, "count_hands", vote=vote.uid, yes=yes, no=0, abstain=0)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    vote.refresh_from_db()
    assert vote.yes is None


def test_an_id_of_another_row_is_refused_in_words(meeting: Meeting, chair: Client) -> None:
    taken = AgendaItem.objects.filter(meeting=meeting).values_list("uid", flat=True)[0]
    answer = post(chair, meeting, "add_item", uid=taken, title="又一项", script=True)
    assert (answer.status_code, "incomplete" in answer.json()["error"]) == (422, True)


def test_why_somebody_is_recused_is_shown_to_nobody_else(
    world: World, meeting: Meeting, chair: Client
) -> None:
    do(meeting, "take_table")
    do(meeting, "recuse", roll=roll_of(meeting)[0].uid, reason="欠债不还的亲戚")
    assert Recusal.objects.get().reason
    for who in (Client(), signed_in(person_at(meeting, 1)), signed_in(world.staff)):
        page = who.get(f"/sittings/{meeting.uid}/phone/").content.decode()
        assert "欠债" not in page
