"""Who may ask for the screens of a sitting, and answer what a sitting asked of a body."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from council.enums.decisions import Effect, PledgeState
from council.models import Meeting, Pledge, Resolution
from tests.matrix.sittings import a_sitting, an_item
from tests.matrix.stage import Stage
from tests.matrix.table import ASKED, OPEN, SEND_ONLY, all_get, only, row
from tests.matrix.table_sittings import CALLED, DRAFT, UNKNOWN, looks, of, sends
from tests.matrix.who import DEPARTMENT

# Its head chairs it, its worker writes it down.
RUNNERS = ("grid_head", "grid_worker")


def a_pledge(stage: Stage) -> list[Any]:
    """Asked of the housing department, which has not answered."""
    found = Pledge.objects.first()
    if found is None:
        now = timezone.now()
        item = an_item(a_sitting(stage, CALLED))
        # A promise is made on a matter that is worked on.
        item.issue = stage.issues["public"]
        item.save(update_fields=["issue"])
        resolution = Resolution.objects.create(
            item=item,
            text="换灯",
            adopted=True,
            quorate=True,
            effect=Effect.TO_DELIVER,
            at=now,
        )
        found = Pledge.objects.create(
            resolution=resolution,
            body=stage.world.housing,
            text="换三盏灯",
            due_on=now.date() + timedelta(days=30),
            state=PledgeState.ASKED,
            asked_at=now,
            answer_by=now + timedelta(days=2),
        )
    return [found.uid]


def answer(act: str) -> Any:
    return lambda stage: [*a_pledge(stage), act]


def code(stage: Stage) -> list[Any]:
    return [Meeting.objects.get(pk=a_sitting(stage, CALLED).pk).code]


SCREEN_PAGES = [
    row("council:pledges", ASKED),
    row("council:pledge", OPEN, at=a_pledge),
    row("council:pledge", all_get(404), about="unknown", at=lambda _: [UNKNOWN]),
    *(
        row("council:pledge_act", looks(DEPARTMENT), sends(DEPARTMENT), about=act, at=answer(act))
        for act in ("accept", "decline")
    ),
    row("council:join", OPEN),
    row("council:join_code", all_get(302), at=code),
    row("council:join_code", all_get(404), about="unknown", at=lambda _: ["ZZZZZZ"]),
    row("council:table", only(RUNNERS, visitor=302), at=of(CALLED)),
    row("council:phone", OPEN, about="called", at=of(CALLED)),
    row("council:phone", only(RUNNERS), about="a draft", at=of(DRAFT)),
    row("council:wall", all_get(404), about="without its key", at=of(CALLED)),
    row("council:do", SEND_ONLY, all_get(302), at=of(CALLED)),
]
