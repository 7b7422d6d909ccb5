"""Photos of signed sheets, and the PDF that the worker makes."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from acting.refusals import Refused
from council.actions.minutes.add_sheet import add_sheet
from council.actions.minutes.amend import amend
from council.actions.minutes.finish import finish
from council.actions.minutes.render_papers import render_papers
from council.actions.minutes.sign import sign
from council.enums.meetings import MeetingState
from council.enums.minutes import SheetKind, SignatureWay
from council.models import Meeting, MinutesPaper, MinutesVersion, Sheet, Signature
from council.presentation.minutes_paper import pdf_of
from council.refusals import NotYours
from tests.council.actions.minutes.test_way_of_minutes import (
    both_sign,
    corrected,
    digest,
    published,
    read_by,
    state,
)
from tests.council.held import AFTER
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def photo(colour: str = "white") -> bytes:
    content = BytesIO()
    Image.new("RGB", (1200, 1700), colour).save(content, "JPEG")
    return content.getvalue()


def filed(world: World, meeting: Meeting, **more: object) -> Sheet:
    given: dict[str, object] = {
        "actor": world.grid_worker,
        "now": AFTER,
        "kind": SheetKind.RECORD,
        "file": photo(),
        "signed": False,
        **more,
    }
    return add_sheet(meeting, **given)  # type: ignore[arg-type]


def test_a_signed_sheet_signs_for_whoever_has_not(world: World, sitting: Meeting) -> None:
    finish(sitting, actor=world.grid_worker, now=AFTER)
    sign(sitting, actor=world.grid_head, now=AFTER, digest=digest(sitting))
    filed(world, sitting, signed=True)
    assert state(sitting) == MeetingState.SIGNED
    ways = dict(Signature.objects.values_list("holder", "way"))
    assert ways == {"chair": SignatureWay.CODE, "recorder": SignatureWay.SHEET}
    assert set(Signature.objects.values_list("digest", flat=True)) == {digest(sitting)}


def test_a_sheet_signs_nothing_that_is_not_finished(world: World, sitting: Meeting) -> None:
    with pytest.raises(Refused):
        filed(world, sitting, signed=True)
    with pytest.raises(Refused):
        filed(world, sitting, signed=True, kind=SheetKind.SIGN_IN)
    assert not Sheet.objects.exists()


def test_the_same_photo_is_filed_once(world: World, sitting: Meeting) -> None:
    filed(world, sitting)
    with pytest.raises(Refused):
        filed(world, sitting)
    filed(world, sitting, file=photo("black"))
    assert Sheet.objects.count() == 2


@pytest.mark.parametrize("file", [b"", b"%PDF-1.7", b"\xff\xd8\xff broken", b"GIF89a"])
def test_what_is_no_photo_is_refused_with_a_sentence(
    world: World, sitting: Meeting, file: bytes
) -> None:
    with pytest.raises(Refused) as refused:
        filed(world, sitting, file=file)
    assert refused.value.field == "picture"


def test_staff_files_sheets_and_strangers_do_not(world: World, sitting: Meeting) -> None:
    filed(world, sitting, actor=world.staff)
    for person in (world.resident, world.near_staff, world.stranger):
        with pytest.raises(NotYours):
            filed(world, sitting, actor=person, file=photo("grey"))


def made(now: object = AFTER) -> int:
    return render_papers(actor=None, now=now, render=pdf_of)  # type: ignore[arg-type]


def test_the_paper_is_made_once_and_anew_when_the_minutes_change(
    world: World, sitting: Meeting
) -> None:
    assert (made(), made()) == (1, 0)
    first = MinutesPaper.objects.get()
    assert first.is_ready
    corrected(world, sitting, "抽水", now=AFTER.replace(minute=30))
    assert not MinutesPaper.objects.get().is_ready
    assert made() == 1
    assert MinutesPaper.objects.get().file.name != first.file.name


def test_the_paper_carries_names_digest_and_no_guest(world: World, sitting: Meeting) -> None:
    finish(sitting, actor=world.grid_worker, now=AFTER)
    both_sign(world, sitting)
    made()
    content = MinutesPaper.objects.get().file.read()
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert "三号楼前议事亭" in str(pdf.docinfo.Title)


def test_a_paper_that_fails_says_so_and_holds_up_no_other(sitting: Meeting) -> None:
    def fails(_meeting: Meeting) -> bytes:
        raise ValueError("no")

    assert render_papers(actor=None, now=AFTER, render=fails) == 0
    paper = MinutesPaper.objects.get()
    assert (paper.failed, bool(paper.file)) == ("ValueError", False)
    assert made() == 0


def test_a_sheet_signs_an_addendum_and_what_was_signed_stays(
    world: World, sitting: Meeting
) -> None:
    published(world, sitting)
    before = set(Signature.objects.values_list("pk", "digest", "way"))
    amend(sitting, actor=world.grid_worker, now=AFTER, text="到会应为三人。")
    sheet = filed(world, sitting, signed=True, now=AFTER + timedelta(hours=1))
    assert before < set(Signature.objects.values_list("pk", "digest", "way"))
    addendum = MinutesVersion.objects.get(corrects__isnull=False)
    assert {one.way for one in addendum.signatures.all()} == {SignatureWay.SHEET}
    assert state(sitting) == MeetingState.PUBLISHED
    found = read_by(world, sitting, world.grid_worker)
    assert found
    assert found.sheets_that_sign(found.addenda[0]) == [sheet]
    assert not found.sheets_that_sign(found.versions[0])
