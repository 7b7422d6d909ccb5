"""The rows of what a council has without a sitting: terms, venues, contacts, calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

from tests.matrix.councils import a_council, a_member
from tests.matrix.stage import Stage
from tests.matrix.table import OPEN, all_get, but, only, row
from tests.matrix.who import COMMUNITY, GRID, VISITOR, Answers
from tests.matrix.year import a_booking, a_call, a_contact, a_plan

# Sits in the council of the first grid.
MEMBER = "neighbour"
AT_THE_VENUE = (*GRID, *COMMUNITY)
IN_ITS_NAME = ("grid_head", *COMMUNITY)


def asks(people: Iterable[str]) -> Answers:
    """They get the form, all others are led on."""
    return but(all_get(302), people, 200)


def sends(people: Iterable[str]) -> Answers:
    return but(but(all_get(409), people, 422), [VISITOR], 302)


def own(then: int) -> Answers:
    """For the member alone: all others find nothing there."""
    return only([MEMBER], then, visitor=302)


def venue(stage: Stage) -> list[Any]:
    a_member(stage)
    return [stage.world.venue.code]


def booking(act: str) -> Callable[[Stage], list[Any]]:
    return lambda stage: [stage.world.venue.code, a_booking(stage).uid, act]


def with_member(stage: Stage) -> list[Any]:
    a_member(stage)
    return []


def council(stage: Stage) -> list[Any]:
    return [a_council(stage).body.code]


def idea(stage: Stage) -> list[Any]:
    return [a_call(stage).uid, stage.reference("public")]


YEAR_PAGES = [
    row(
        "council:term",
        only([MEMBER, *COMMUNITY], visitor=302),
        at=lambda s: ["ZJD-1", a_member(s).uid],
    ),
    row("council:coverage", only(["lead"], visitor=302), at=council),
    row("council:venue_calendar", OPEN, at=venue),
    row("council:venue_calendar", all_get(404), about="unknown", at=lambda _: ["ZJD99"]),
    row("council:book", asks([MEMBER, *AT_THE_VENUE]), sends([MEMBER, *AT_THE_VENUE]), at=venue),
    row(
        "council:talk_here",
        asks([MEMBER, *AT_THE_VENUE]),
        sends([MEMBER, *AT_THE_VENUE]),
        at=venue,
    ),
    row(
        "council:booking_act",
        asks(AT_THE_VENUE),
        sends(AT_THE_VENUE),
        about="move what the grid's worker booked",
        at=booking("move"),
    ),
    row(
        "council:booking_act",
        asks(AT_THE_VENUE),
        sends(AT_THE_VENUE),
        about="cancel what the grid's worker booked",
        at=booking("cancel"),
    ),
    row(
        "council:booking_act",
        all_get(404),
        all_get(404),
        about="an act there is not",
        at=booking("abolish"),
    ),
    row("council:contacts", own(200), at=with_member),
    row("council:plan_contacts", own(200), own(422), at=with_member),
    row("council:write_contact", own(200), own(422), at=with_member),
    row("council:drop_plan", own(200), own(422), at=lambda s: [a_plan(s).uid]),
    row(
        "council:contact_act",
        own(200),
        own(422),
        about="raise",
        at=lambda s: [a_contact(s).uid, "raise"],
    ),
    row(
        "council:contact_act",
        own(200),
        own(422),
        about="forget",
        at=lambda s: [a_contact(s).uid, "forget"],
    ),
    row("council:calls", OPEN),
    row("council:call", OPEN, at=lambda s: [a_call(s).uid]),
    row("council:call", all_get(404), about="unknown", at=lambda _: [uuid4()]),
    row("council:open_call", asks(IN_ITS_NAME), sends(IN_ITS_NAME), at=council),
    row(
        "council:close_call",
        asks(IN_ITS_NAME),
        sends(IN_ITS_NAME),
        at=lambda s: [a_call(s).uid],
    ),
    row("council:choose_idea", asks(IN_ITS_NAME), sends(IN_ITS_NAME), at=idea),
]
