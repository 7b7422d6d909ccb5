"""What costs a stranger nothing leaves lines in the security log, and no flood of them."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from pytest_django import Settings

from accounts import few_lines, security_log
from accounts.asker import digest, digest_of_person
from accounts.few_lines import FewLines, Room
from issues import photos
from issues.decoding import slots
from tests.accounts.walking import ask_for_code, enter_code, last_code
from tests.harness.security_lines import security_lines
from tests.harness.signing_in import signed_in
from tests.hostile import bombs
from tests.hostile.places import nobody_decodes
from tests.hostile.test_limits import GONE
from tests.issues.acting import raised
from tests.world import World

pytestmark = pytest.mark.django_db
SAID = "楼道灯不亮，老人看不见台阶"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(slots, "PATIENCE", 0)
    cache.clear()
    yield
    cache.clear()


def with_picture(world: World, file: bytes) -> dict[str, object]:
    picture = SimpleUploadedFile("13800138000.jpg", file, "image/jpeg")
    place = {"text": SAID, "building": world.building.pk}
    return {"submission": str(uuid4()), **place, "photos": [picture], "add_photos": "1"}


def test_what_a_visitor_may_not_see_is_written_down_and_what_leads_nowhere_is_not(
    world: World,
) -> None:
    issue, visitor = raised(world), Client(REMOTE_ADDR="203.0.113.7")
    with security_lines() as lines:
        for path in (f"/issues/{issue.reference}/", f"/sittings/{uuid4()}/", "/no/such/page/"):
            assert visitor.get(path).status_code == 404
    assert [(line["kind"], line["view"], line["answer"]) for line in lines] == [
        ("refused", "issues:issue", 404),
        ("refused", "council:sitting", 404),
    ]
    assert {(line["person"], line["address"]) for line in lines} == {("", digest("203.0.113.7"))}
    assert issue.reference not in str(lines)


def test_a_flood_of_refusals_fills_no_disk(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(security_log, "MOST_OF_ONE", 3)
    client, elsewhere = signed_in(world.neighbour), signed_in(world.stranger)
    with security_lines() as lines:
        for _ in range(5):
            client.get("/contacts/")
        # Nobody is hidden by the flood of another.
        elsewhere.get("/contacts/", REMOTE_ADDR="203.0.113.9")
    assert [line.get("more_left_out", 0) for line in lines] == [0, 0, 1, 0]


def test_visitors_from_everywhere_leave_so_many_lines_and_hide_nobody_who_is_known(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(security_log, "MOST_IN_ALL", 4)
    path = f"/issues/{raised(world).reference}/"
    with security_lines() as lines:
        for last in range(9):
            assert Client(REMOTE_ADDR=f"203.0.113.{last}").get(path).status_code == 404
        signed_in(world.stranger).get("/contacts/", REMOTE_ADDR="203.0.113.1")
    assert [line.get("more_left_out", 0) for line in lines] == [0, 0, 0, 1, 0]
    assert lines[-1]["person"] == digest_of_person(world.stranger.pk)


def test_wrong_codes_leave_so_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(security_log, "MOST_OF_ONE", 2)
    client = Client()
    ask_for_code(client, "13800138000")
    wrong = f"{(int(last_code()) + 1) % 1_000_000:06d}"
    with security_lines() as lines:
        for _ in range(4):
            enter_code(client, wrong)
    assert [line["kind"] for line in lines] == ["wrong_code"] * 2
    assert lines[-1]["more_left_out"] == 1


def test_where_valkey_is_away_a_flood_fills_no_disk_either(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(security_log, "MOST_OF_ONE", 3)
    gone = {"default": {**settings.CACHES["default"], "LOCATION": GONE}}
    client = signed_in(world.neighbour)
    with override_settings(CACHES=gone), security_lines() as lines:
        for _ in range(5):
            client.get("/contacts/")
    assert len(lines) == 3


def test_the_next_hour_has_lines_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    now, few = [few_lines.HOUR * 1_000.0], FewLines()
    monkeypatch.setattr("accounts.few_lines.time.time", lambda: now[0])
    rooms = [few.room("here", most=2, in_all=3) for _ in range(3)]
    assert rooms == [Room.LEFT, Room.LAST, Room.NONE]
    # Of all together one is left; what is not written is not remembered either.
    assert few.room("there", most=2, in_all=3) is Room.LAST
    assert few.room("elsewhere", most=2, in_all=3) is Room.NONE
    assert set(few.written) == {"here", "there"}
    now[0] += few_lines.HOUR
    assert few.room("here", most=2, in_all=3) is Room.LEFT


def test_pictures_made_to_harm_are_written_down_and_odd_formats_are_not(world: World) -> None:
    harm = [bombs.many_scans(200, size=(400, 400)), bombs.frames_of_png(3), b"\xff\xd8\xff"]
    odd = [b"GIF89a" + bytes(40), b"", b"%PDF-1.7"]
    visitor, person = Client(), signed_in(world.resident)
    with security_lines() as lines:
        for file in (*harm, *odd):
            for client in (visitor, person):
                client.post("/raise/", with_picture(world, file))
    known = digest_of_person(world.resident.pk)
    assert [(line["kind"], line["reason"], line["person"]) for line in lines] == [
        ("picture_refused", reason, who)
        for reason in ("laborious", "moving", "broken")
        for who in ("", known)
    ]
    assert "138001" not in str(lines)
    assert SAID not in str(lines)


def test_what_is_too_much_for_one_sending_and_a_full_decoder_are_written_down(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "MOST_WORK", 100)
    client, photo = signed_in(world.resident), bombs.drawn((60, 40), "JPEG")
    with security_lines() as lines:
        client.post("/raise/", with_picture(world, photo))
        monkeypatch.setattr(photos, "MOST_WORK", 10_000)
        with nobody_decodes():
            assert client.post("/raise/", with_picture(world, photo)).status_code == 503
    assert [(line["kind"], line.get("reason"), line.get("what")) for line in lines] == [
        ("picture_refused", "too_much", None),
        ("crowded_out", None, "decoding"),
    ]
