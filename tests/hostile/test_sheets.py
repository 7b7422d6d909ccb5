"""Photos of signed sheets: what is none gets a sentence, and the same counts once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from council.actions.minutes.finish import finish
from council.enums.meetings import MeetingState
from council.models import Council, Meeting, Sheet, Signature
from tests.council.actions.minutes.test_way_of_minutes import corrected, published
from tests.council.conftest import council
from tests.council.held import AFTER, held
from tests.harness.signing_in import client_of, session_of, signed_in
from tests.harness.world import LiveWorld
from tests.hostile import bombs
from tests.hostile.test_forms_of_paper import STRANGE
from tests.hostile.test_pictures import HOSTILE
from tests.issues.test_sweep_processes import in_threads
from tests.world import World, build_world

__all__ = ["council"]

NO_SHEET: dict[str, Callable[[], bytes]] = {
    "nothing.jpg": lambda: b"",
    "zeros.jpg": lambda: b"\x00" * 9,
    "minutes.pdf": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    **{name: HOSTILE[name] for name in ("svg.jpg", "html.html", "truncated.jpg", "heavy.jpg")},
    "progressive.jpg": bombs.TOO_LARGE["progressive.jpg"],
    "scans.jpg": bombs.LABORIOUS["a thousand scans"],
    "bomb.png": bombs.TOO_LARGE["bomb.png"],
    "frames.webp": bombs.MOVING["frames.webp"],
}


@pytest.fixture
def sitting(world: World, council: Council, settings: Any, tmp_path: object) -> Meeting:
    settings.MEDIA_ROOT = tmp_path
    return held(world, council)


def at(meeting: Meeting, rest: str = "add_sheet/") -> str:
    return f"/sittings/{meeting.uid}/minutes/{rest}"


def photo(shade: int = 90, name: str = "sheet.jpg") -> SimpleUploadedFile:
    content = bombs.drawn((60 + shade, 80), "JPEG")
    return SimpleUploadedFile(name, content, "image/jpeg")


def send(client: Client, meeting: Meeting, picture: Any, **more: str) -> Any:
    sent = {"submission": str(uuid4()), "kind": "record", "picture": picture, **more}
    return client.post(at(meeting), sent)


@pytest.mark.parametrize("name", NO_SHEET)
def test_what_is_no_photo_gets_a_sentence_at_its_field(
    world: World, sitting: Meeting, name: str
) -> None:
    bad = SimpleUploadedFile(f"\u202e{name}", NO_SHEET[name](), "image/jpeg")
    answer = send(signed_in(world.grid_worker), sitting, bad)
    assert answer.status_code == 422
    assert answer.context["form"].errors["picture"]
    assert not Sheet.objects.exists()


def test_fields_that_no_page_sends_are_refused_in_words(world: World, sitting: Meeting) -> None:
    client = signed_in(world.grid_worker)
    for value in [*STRANGE, "", "RECORD"]:
        answer = send(client, sitting, photo(), kind=value)
        assert answer.status_code == 422, value[:9]
        assert answer.context["form"].errors["kind"], value[:9]
    for sent in ({}, {"picture": "sheet.jpg"}):
        answer = client.post(at(sitting), {"submission": str(uuid4()), "kind": "record", **sent})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["picture"])
    # Not a form that carries files at all.
    plain = client.post(at(sitting), b"picture", content_type="application/octet-stream")
    assert plain.status_code == 422
    assert not Sheet.objects.exists()


def test_another_photo_from_a_second_page_is_not_taken_for_the_first(
    world: World, sitting: Meeting
) -> None:
    """Of the same kind, from a page that was open already: it is filed, or told what is wrong."""
    client = signed_in(world.grid_worker)
    assert send(client, sitting, photo(1), version="20").status_code == 302
    broken = SimpleUploadedFile("sheet.jpg", b"\x00" * 9, "image/jpeg")
    answer = send(client, sitting, broken, version="20")
    assert answer.status_code == 422
    assert answer.context["form"].errors["picture"]
    assert send(client, sitting, photo(2), version="20").status_code == 302
    assert Sheet.objects.count() == 2


def test_the_same_photo_of_somebody_else_is_filed_already(world: World, sitting: Meeting) -> None:
    assert send(signed_in(world.grid_worker), sitting, photo()).status_code == 302
    answer = send(signed_in(world.staff), sitting, photo(name="other.jpg"))
    assert answer.status_code == 422
    assert "这张照片已经存过了" in answer.content.decode()
    assert Sheet.objects.count() == 1


def test_who_is_not_of_the_sitting_files_nothing(world: World, sitting: Meeting) -> None:
    """Nor learns that there is something to file; a member of it reads why not."""
    published(world, sitting)
    for who in (world.stranger, world.near_staff, world.clerk, world.resident, world.neighbour):
        client = signed_in(who)
        assert client.get(at(sitting))["Location"] == at(sitting, "")
        answer = send(client, sitting, photo())
        assert answer.status_code == 409
        assert "现在不由您来做" in answer.content.decode()
    answer = send(Client(), sitting, photo())
    assert answer["Location"].startswith("/sign-in/")
    assert not Sheet.objects.exists()


def test_after_publication_a_sheet_is_filed_and_signs_nothing(
    world: World, sitting: Meeting
) -> None:
    published(world, sitting)
    client = signed_in(world.grid_worker)
    before = Signature.objects.count()
    answer = send(client, sitting, photo(1), signed="on")
    assert answer.status_code == 422
    assert "已经签过字" in str(answer.context["form"].errors["signed"])
    assert send(client, sitting, photo(2), kind="sign_in").status_code == 302
    assert Signature.objects.count() == before
    sitting.refresh_from_db()
    assert sitting.state == MeetingState.PUBLISHED
    # Nobody who only reads what is public sees it.
    token = Sheet.objects.latest("pk").token
    assert Client().get(at(sitting, f"../sheets/{token}/picture/")).status_code == 404


def test_a_sheet_signs_no_other_text_than_its_page_showed(world: World, sitting: Meeting) -> None:
    """Finished, the page opened, corrected and finished anew meanwhile."""
    finish(sitting, actor=world.grid_worker, now=AFTER)
    sitting.refresh_from_db()
    shown = str(sitting.version)
    corrected(world, sitting, "另一句话")
    finish(sitting, actor=world.grid_worker, now=AFTER)
    client = signed_in(world.grid_worker)
    answer = send(client, sitting, photo(), signed="on", version=shown)
    assert answer.status_code == 409
    assert "刚才别人处理过了" in answer.content.decode()
    assert not Signature.objects.exists()
    assert not Sheet.objects.exists()
    sitting.refresh_from_db()
    answer = send(client, sitting, photo(), signed="on", version=str(sitting.version))
    assert answer.status_code == 302
    assert Signature.objects.count() == 2


def test_a_sitting_that_goes_on_takes_no_sheet(world: World, sitting: Meeting) -> None:
    Meeting.objects.filter(pk=sitting.pk).update(state=MeetingState.OPEN, closed_at=None)
    answer = send(signed_in(world.grid_worker), sitting, photo())
    assert answer.status_code == 409
    assert not Sheet.objects.exists()


def test_ten_presses_of_two_pages_file_it_once(
    world_database: LiveWorld, settings: Any, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path
    world = build_world()
    meeting = held(world, Council.objects.create(body=world.grid))
    session, keys = session_of(world.grid_worker), [str(uuid4()), str(uuid4())]
    answers: list[Any] = []

    def press(key: str) -> None:
        sent = {"submission": key, "kind": "sign_in", "picture": photo()}
        answers.append(client_of(session).post(at(meeting), sent))

    presses = [lambda key=key: press(key) for key in keys * 5]
    assert in_threads(*presses) == [None] * len(presses)
    assert Sheet.objects.count() == 1
    # Where all places of the decoder are taken, the same may be sent again.
    assert {one.status_code for one in answers} <= {302, 503}
    assert 302 in {one.status_code for one in answers}
