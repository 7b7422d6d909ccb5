"""Who may ask for what about sittings before they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from council.enums.meetings import MeetingState
from tests.matrix.sittings import a_running_sitting, a_sitting, an_item
from tests.matrix.stage import Stage
from tests.matrix.table import OPEN, Row, all_get, but, only, row
from tests.matrix.who import COMMUNITY, GRID, REPORTER, VISITOR, Answers

DRAFT, CALLED = MeetingState.DRAFT, MeetingState.CALLED
# The head of the grid chairs it, its worker writes it down.
CALLERS = ("grid_head", *COMMUNITY, "dispatcher")
PREPARERS = (*CALLERS, "grid_worker")
SPEAKERS = (REPORTER, *GRID, *COMMUNITY)
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@cache
def of(state: MeetingState) -> Callable[[Stage], list[Any]]:
    return lambda stage: [a_sitting(stage, state).uid]


def running(stage: Stage) -> list[Any]:
    return [a_running_sitting(stage).uid]


@cache
def item_of(state: MeetingState) -> Callable[[Stage], list[Any]]:
    def at(stage: Stage) -> list[Any]:
        meeting = a_sitting(stage, state)
        return [meeting.uid, an_item(meeting).uid]

    return at


@cache
def matter_of(state: MeetingState) -> Callable[[Stage], list[Any]]:
    return lambda stage: [a_sitting(stage, state).uid, stage.issues["public"].uid]


def looks(who: Iterable[str]) -> Answers:
    return but(all_get(302), who, 200)


def sends(who: Iterable[str]) -> Answers:
    return but(but(all_get(409), who, 422), [VISITOR], 302)


def act(
    name: str, who: Iterable[str], at: Callable[[Stage], list[Any]], about: str = "called"
) -> Row:
    return row(f"council:sitting_{name}", looks(who), sends(who), about=about, at=at)


SITTING_PAGES = [
    row("council:sittings", OPEN),
    row("council:convene", all_get(302), all_get(302)),
    row("council:record_talk", all_get(302), all_get(302)),
    row("council:sitting", OPEN, about="called", at=of(CALLED)),
    row("council:sitting", only(PREPARERS), about="a draft", at=of(DRAFT)),
    row("council:sitting", all_get(404), about="unknown", at=lambda _: [UNKNOWN]),
    row(
        "council:sitting_call",
        dict(only(PREPARERS, 302, visitor=302)) | dict.fromkeys(CALLERS, 200),
        dict(only(PREPARERS, 409, visitor=302)) | dict.fromkeys(CALLERS, 422),
        about="a draft",
        at=of(DRAFT),
    ),
    row(
        "council:sitting_rehearse",
        looks(PREPARERS),
        sends(PREPARERS),
        about="called",
        at=of(CALLED),
    ),
    row("council:sitting_call", all_get(302), sends(()), about="called", at=of(CALLED)),
    *(
        act(name, PREPARERS, of(CALLED))
        for name in ("put_on", "order_agenda", "invite", "change", "rehearse")
    ),
    act("recall", CALLERS, of(CALLED)),
    act("cancel", CALLERS, of(CALLED)),
    *(act(name, PREPARERS, item_of(CALLED)) for name in ("take_off", "postpone")),
    *(act(name, PREPARERS, matter_of(CALLED)) for name in ("accept_proposal", "put_off_proposal")),
    act("next", (), of(CALLED)),
    act("next", ("grid_head", "grid_worker"), running, "running"),
    act("opinion", SPEAKERS, item_of(CALLED)),
]
