"""File a photo of a sheet of paper: with both signatures on it, it signs the minutes."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import NotNow, Refused
from council.casework.minutes import MinutesCase, opened_minutes
from council.casework.signing import put_signature
from council.enums.minutes import MinutesAct, SheetKind, SignatureWay
from council.enums.votes import KeyHolder
from council.models import Meeting, Sheet
from issues.decoding.sizes import Photo, PhotoSize
from issues.photo_formats import PhotoProblem
from issues.photos import process

MOST_SHEETS = 40


def add_sheet(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    kind: SheetKind,
    file: bytes | BinaryIO,
    signed: bool,
    seen: int | None = None,
) -> Sheet:
    """`signed`: the record sheet carries the signatures of chair and recorder; who has not signed
    by code has signed by it. The same photo twice is filed once. `seen` is asked only of one that
    signs: another text than the page showed is not signed by it.
    """
    try:
        photo = process(file, person=actor)
    except PhotoProblem as problem:
        raise Refused(problem.message, field="picture") from problem
    except NotNow as busy:
        busy.field = "picture"
        raise
    shown = seen if signed else None
    with opened_minutes(meeting, MinutesAct.ADD_SHEET, actor=actor, now=now, seen=shown) as case:
        _refuse_more(case, photo)
        sheet = _filed(case, kind, photo, signed=signed)
        case.record("sheet_filed", {"kind": kind.value, "sha256": sheet.sha256, "signed": signed})
        if signed:
            _sign(case)
        return sheet


def _refuse_more(case: MinutesCase, photo: Photo) -> None:
    filed = list(Sheet.objects.filter(meeting=case.meeting).values_list("sha256", flat=True))
    if photo[PhotoSize.LARGE].sha256 in filed:
        raise Refused(_("This photo is filed already."), field="picture")
    if len(filed) >= MOST_SHEETS:
        raise Refused(_("Forty sheets are enough for one sitting."), field="picture")


def _filed(case: MinutesCase, kind: SheetKind, photo: Photo, *, signed: bool) -> Sheet:
    assert case.actor is not None
    if signed and kind != SheetKind.RECORD:
        raise Refused(_("Chair and recorder sign the record sheet."), field="signed")
    large, name = photo[PhotoSize.LARGE], uuid4().hex
    return Sheet.objects.create(
        meeting=case.meeting,
        kind=kind,
        signed=signed,
        picture=ContentFile(large.content, f"{name}-l.webp"),
        thumb=ContentFile(photo[PhotoSize.THUMB].content, f"{name}-s.webp"),
        width=large.width,
        height=large.height,
        sha256=large.sha256,
        by=case.actor,
        at=case.now,
    )


def _sign(case: MinutesCase) -> None:
    if not case.minutes.facts.waits_for_signatures:
        raise Refused(_why_unsigned(case), field="signed")
    persons = {KeyHolder.CHAIR: case.meeting.chair, KeyHolder.RECORDER: case.meeting.recorder}
    for holder, person in persons.items():
        if holder not in case.minutes.facts.signed_by and person is not None:
            put_signature(case, case.newest, holder, person, SignatureWay.SHEET)


def _why_unsigned(case: MinutesCase) -> str:
    if case.minutes.facts.is_signed:
        return _("The minutes are signed already: file the sheet without this tick.")
    return _("Finish the minutes first: a sheet signs what is written.")
