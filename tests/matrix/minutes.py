"""Minutes, papers and calendars, as the test that asks for them needs them."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils import timezone

from council.actions.feeds.make_feed import make_feed
from council.actions.minutes.finish import finish
from council.calendar.token import token_of
from council.enums.meetings import MeetingState
from council.enums.minutes import SheetKind
from council.models import Meeting, Sheet
from tests.council.held import AFTER, held
from tests.matrix.councils import a_council
from tests.matrix.stage import Stage


def minutes(stage: Stage, state: MeetingState = MeetingState.CLOSED) -> Meeting:
    """Of a sitting of the first grid, with its head in the chair and its worker as recorder."""
    meeting = Meeting.objects.filter(state=state, minutes__isnull=False).first()
    if meeting is not None:
        return meeting
    meeting = held(stage.world, a_council(stage))
    if state == MeetingState.MINUTED:
        finish(meeting, actor=stage.world.grid_worker, now=AFTER)
    elif state == MeetingState.PUBLISHED:
        Meeting.objects.filter(pk=meeting.pk).update(state=state)
    return meeting


@cache
def of_minutes(*more: Any, state: MeetingState = MeetingState.CLOSED) -> Any:
    return lambda stage: [minutes(stage, state).uid, *more]


def a_sheet(stage: Stage) -> list[Any]:
    meeting = minutes(stage)
    sheet, _new = Sheet.objects.get_or_create(
        meeting=meeting,
        kind=SheetKind.SIGN_IN,
        defaults={
            "picture": ContentFile(b"RIFF-WEBP", "l.webp"),
            "thumb": ContentFile(b"RIFF-WEBP", "s.webp"),
            "width": 8,
            "height": 6,
            "sha256": "0" * 64,
            "by": stage.world.grid_worker,
            "at": AFTER,
        },
    )
    return [meeting.uid, sheet.token, "picture"]


def no_sheet(stage: Stage) -> list[Any]:
    return [minutes(stage).uid, UUID(int=0), "picture"]


def a_feed(stage: Stage) -> list[Any]:
    return [token_of(make_feed(actor=stage.world.resident, now=timezone.now()).uid)]
