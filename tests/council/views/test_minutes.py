"""The pages of minutes, by who looks and in which order things are done."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import LocalMessage, User
from council.actions.minutes.render_papers import render_papers
from council.enums.meetings import MeetingState
from council.models import Council, Meeting, MinutesVersion, Sheet, Signature
from council.presentation.minutes_paper import pdf_of
from grids.models import Body
from tests.accounts.walking import last_code
from tests.council.actions.minutes.test_way_of_minutes import (
    corrected,
    digest,
    key_of,
    published,
    state,
)
from tests.council.held import AFTER, WALKED_IN, held
from tests.harness.signing_in import signed_in
from tests.hostile.bombs import drawn
from tests.hostile.places import nobody_decodes
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def sitting(world: World, council: Council, settings: object, tmp_path: object) -> Meeting:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    return held(world, council)


def address(meeting: Meeting, rest: str = "minutes/") -> str:
    return f"/sittings/{meeting.uid}/{rest}"


def page(client: Client, meeting: Meeting, rest: str = "minutes/") -> str:
    answer = client.get(address(meeting, rest))
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def submission(text: str) -> str:
    return text.split('name="submission" value="')[1].split('"', maxsplit=1)[0]


def sent(client: Client, meeting: Meeting, act: str, **fields: object) -> int:
    form = page(client, meeting, f"minutes/{act}/")
    version = form.split('name="version" value="')[1].split('"')[0]
    given = {"submission": submission(form), "version": version, **fields}
    return client.post(address(meeting, f"minutes/{act}/"), given).status_code


def test_minutes_are_nobodys_before_they_are_published(
    world: World, sitting: Meeting, client: Client
) -> None:
    everything = ["minutes/", "minutes.pdf", "minutes.json"]
    for reader in (client, signed_in(world.stranger), signed_in(world.near_staff)):
        assert {reader.get(address(sitting, one)).status_code for one in everything} == {404}
    inside = page(signed_in(world.resident), sitting)
    assert world.neighbour.name in inside
    assert WALKED_IN not in inside
    published(world, sitting)
    shown = page(client, sitting)
    assert world.neighbour.name in shown
    assert WALKED_IN not in shown
    assert 'href="?version=1"' not in shown


def test_in_english_the_record_stays_as_it_was_written(world: World, sitting: Meeting) -> None:
    """Also the name of the council at its head, which a page in English says in English."""
    client = signed_in(world.grid_head)
    client.cookies["language"] = "en"
    world.grid_head.language = "en"
    world.grid_head.save()
    shown = page(client, sitting)
    record = shown[shown.index("<article") : shown.rindex("</article>")]
    assert "The record is in Chinese" in shown
    assert "第一网格议事会" in record
    assert re.findall(r"[A-Za-z]{4,}", re.sub(r"<[^>]*>|strong", "", record)) == []


def test_markup_in_texts_is_text(world: World, sitting: Meeting) -> None:
    corrected(world, sitting, "<script>alert(1)</script> {{ x }}")
    shown = page(signed_in(world.grid_worker), sitting)
    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;alert(1)" in shown
    assert "#strong[x] $x$" in shown


def test_a_correction_shows_what_it_changed(world: World, sitting: Meeting) -> None:
    recorder = signed_in(world.grid_worker)
    field = f"words-{key_of(sitting)}"
    assert world.neighbour.name in page(recorder, sitting, "minutes/correct/")
    assert sent(recorder, sitting, "correct", **{field: "三十三户绕行。"}) == 302
    shown = page(recorder, sitting, "minutes/?version=2")
    assert "<ins>" in shown
    assert "<del>" in shown
    assert page(recorder, sitting, "minutes/?version=99")
    assert page(recorder, sitting, "minutes/?version=²")


def test_pressing_twice_keeps_one_version(world: World, sitting: Meeting) -> None:
    recorder = signed_in(world.grid_worker)
    form = page(recorder, sitting, "minutes/correct/")
    given = {"submission": submission(form), f"words-{key_of(sitting)}": "x"}
    for _press in range(2):
        assert recorder.post(address(sitting, "minutes/correct/"), given).status_code == 302
    assert MinutesVersion.objects.count() == 2


def test_a_page_that_is_behind_gives_back_what_was_typed(world: World, sitting: Meeting) -> None:
    recorder = signed_in(world.grid_worker)
    form = page(recorder, sitting, "minutes/correct/")
    corrected(world, sitting, "zuerst")
    given = {
        "submission": submission(form),
        "version": form.split('name="version" value="')[1].split('"')[0],
        f"words-{key_of(sitting)}": "我打的字",
    }
    answer = recorder.post(address(sitting, "minutes/correct/"), given)
    assert answer.status_code == 409
    assert "我打的字" in answer.content.decode()


def test_signed_out_meanwhile_what_was_typed_comes_back(sitting: Meeting, client: Client) -> None:
    given = {f"words-{key_of(sitting)}": "我打的字"}
    answer = client.post(address(sitting, "minutes/correct/"), given)
    assert "我打的字" in answer.content.decode()


def asked(client: Client, meeting: Meeting) -> None:
    text = page(client, meeting, "minutes/sign/").split('name="text" value="')[1].split('"')[0]
    answer = client.post(address(meeting, "minutes/sign/"), {"text": text})
    assert answer.status_code == 302, answer.content


def test_a_code_to_the_phone_signs(world: World, sitting: Meeting) -> None:
    chair, recorder = signed_in(world.grid_head), signed_in(world.grid_worker)
    assert sent(recorder, sitting, "finish") == 302
    asked(chair, sitting)
    message = LocalMessage.objects.get()
    assert message.phone == world.grid_head.phone
    answer = chair.post(address(sitting, "minutes/sign/code/"), {"code": last_code()})
    assert answer.headers["Location"] == address(sitting)
    assert Signature.objects.get().digest == digest(sitting)
    assert f"等记录人 {world.grid_worker} 签字" in page(recorder, sitting)
    asked(recorder, sitting)
    recorder.post(address(sitting, "minutes/sign/code/"), {"code": last_code()})
    assert state(sitting) == MeetingState.SIGNED
    assert chair.get(address(sitting, "minutes/sign/")).status_code == 302


def test_a_wrong_code_or_that_of_another_text_signs_nothing(world: World, sitting: Meeting) -> None:
    chair, recorder = signed_in(world.grid_head), signed_in(world.grid_worker)
    sent(recorder, sitting, "finish")
    asked(chair, sitting)
    right = last_code()
    wrong = "000000" if right != "000000" else "111111"
    assert chair.post(address(sitting, "minutes/sign/code/"), {"code": wrong}).status_code == 422
    corrected(world, sitting, "geändert")
    sent(recorder, sitting, "finish")
    chair.post(address(sitting, "minutes/sign/code/"), {"code": right})
    assert not Signature.objects.exists()


def test_a_text_corrected_since_it_was_read_asks_no_code(world: World, sitting: Meeting) -> None:
    recorder = signed_in(world.grid_worker)
    sent(recorder, sitting, "finish")
    stale = recorder.post(address(sitting, "minutes/sign/"), {"text": "0" * 64})
    assert stale.status_code == 409
    assert not LocalMessage.objects.exists()


@pytest.mark.parametrize("who", ["staff", "resident", "administrator"])
def test_nobody_else_is_asked_to_sign(world: World, sitting: Meeting, who: str) -> None:
    sent(signed_in(world.grid_worker), sitting, "finish")
    person: User = getattr(world, who)
    assert signed_in(person).get(address(sitting, "minutes/sign/")).status_code in {302, 404}
    assert not LocalMessage.objects.exists()


def test_the_text_that_was_signed_can_be_checked_by_anybody(
    world: World, sitting: Meeting, client: Client
) -> None:
    published(world, sitting)
    content = client.get(address(sitting, "minutes.json")).content
    assert sha256(content).hexdigest() == Signature.objects.first().digest  # type: ignore[union-attr]
    assert world.resident.name not in content.decode()


def test_the_pdf_comes_when_it_is_made(world: World, sitting: Meeting, client: Client) -> None:
    published(world, sitting)
    assert client.get(address(sitting, "minutes.pdf")).status_code == 302
    render_papers(actor=None, now=AFTER, render=pdf_of)
    answer = client.get(address(sitting, "minutes.pdf"))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]


def test_sheets_are_seen_by_who_keeps_them(world: World, sitting: Meeting, client: Client) -> None:
    recorder = signed_in(world.grid_worker)
    picture = BytesIO()
    Image.new("RGB", (60, 80)).save(picture, "PNG")
    picture.seek(0)
    picture.name = "sheet.png"
    assert sent(recorder, sitting, "add_sheet", kind="sign_in", picture=picture) == 302
    token = Sheet.objects.get().token
    published(world, sitting)
    for size in ("picture", "thumb"):
        where = f"sheets/{token}/{size}/"
        assert recorder.get(address(sitting, where)).status_code == 200
        assert signed_in(world.staff).get(address(sitting, where)).status_code == 200
        for reader in (client, signed_in(world.resident)):
            assert reader.get(address(sitting, where)).status_code == 404
    assert recorder.get(address(sitting, f"sheets/{token}/large/")).status_code == 404
    assert str(token) not in page(client, sitting)


def test_a_sheet_that_finds_no_place_may_be_sent_again(world: World, sitting: Meeting) -> None:
    picture = SimpleUploadedFile("sheet.png", drawn((60, 80), "PNG"), "image/png")
    recorder = signed_in(world.grid_worker)
    with nobody_decodes():
        assert sent(recorder, sitting, "add_sheet", kind="sign_in", picture=picture) == 503
    picture.seek(0)
    assert sent(recorder, sitting, "add_sheet", kind="sign_in", picture=picture) == 302


def test_another_sheet_is_not_taken_for_the_one_that_was_filed(
    world: World, sitting: Meeting
) -> None:
    """From two pages that were open at once; the second picture can't be read."""
    recorder = signed_in(world.grid_worker)
    good = SimpleUploadedFile("one.png", drawn((60, 80), "PNG"), "image/png")
    broken = SimpleUploadedFile("two.png", drawn((70, 80), "PNG")[:60], "image/png")
    where = address(sitting, "minutes/add_sheet/")
    forms = [page(recorder, sitting, "minutes/add_sheet/") for _opened in range(2)]
    version = forms[0].split('name="version" value="')[1].split('"')[0]
    codes = []
    for form, picture in zip(forms, (good, broken), strict=True):
        given = {"submission": submission(form), "version": version, "kind": "sign_in"}
        codes.append(recorder.post(where, {**given, "picture": picture}).status_code)
    assert codes == [302, 422]


def test_a_sheet_is_asked_whether_it_signs_only_while_something_waits(
    world: World, sitting: Meeting
) -> None:
    recorder = signed_in(world.grid_worker)
    published(world, sitting)
    assert 'name="signed"' not in page(recorder, sitting, "minutes/add_sheet/")
    assert sent(recorder, sitting, "amend", text="到会应为三人。") == 302
    assert "勘误" in page(recorder, sitting, "minutes/add_sheet/")
    assert "勘误" in page(recorder, sitting).split("</h1>")[1].split("<article")[0]
    image = BytesIO()
    Image.new("RGB", (600, 800), "white").save(image, "JPEG")
    image.seek(0)
    image.name = "sheet.jpg"
    assert sent(recorder, sitting, "add_sheet", kind="record", picture=image, signed="on") == 302
    (sheet,) = Sheet.objects.all()
    assert (
        str(sheet.token) in page(recorder, sitting).rsplit("<article", 1)[1].split("</article")[0]
    )
    assert str(sheet.token) not in page(Client(), sitting)
    User.objects.filter(pk=world.grid_worker.pk).update(language="en")
    recorder.cookies["language"] = "en"
    assert 'The signed sheet</a> <span class="quiet">today' in page(recorder, sitting)


def test_the_head_of_the_minutes_stands_in_their_language(world: World, sitting: Meeting) -> None:
    Body.objects.filter(pk=world.grid.pk).update(name_en="First grid")
    published(world, sitting)
    answer = Client().get(address(sitting), headers={"Accept-Language": "en"})
    head = answer.content.decode().split('<article class="minutes"')[1].split("</header>")[0]
    assert "第一网格议事会" in head
    assert "First grid" not in head
