"""Every kind of page there is, as the one who looks at it would open it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from council.addresses import (
    address_of_calendar,
    address_of_candidacy,
    address_of_meeting,
    address_of_phone,
    address_of_table,
    address_of_term,
    address_of_wall,
)
from council.enums.meetings import MeetingState
from council.enums.members import CandidacyState
from council.models import Council, Meeting
from issues.actions.classify import classify
from issues.enums.matter import MatterClass
from issues.models import Issue
from ledger.models import Entry
from tests.issues.staging import busy
from tests.matrix.councils import a_candidacy, a_member
from tests.matrix.minutes import minutes
from tests.matrix.sittings import a_running_sitting, a_sitting, an_item
from tests.matrix.stage import STATES, Stage
from tests.matrix.table_screens import a_pledge
from tests.matrix.year import a_booking, a_call, a_contact, a_plan

Place = tuple[str, str]
VISITOR = "visitor"


def bring_matters(stage: Stage) -> None:
    """Matters that the pages of the matrix do not need."""
    world, now = stage.world, timezone.now() - timedelta(hours=1)
    hard = STATES["public"](world, now)
    classify(
        hard,
        actor=world.grid_worker,
        now=now,
        matter_class=MatterClass.HARD,
        category=world.categories["roofs"],
        reason="要几家一起修",
    )
    stage.issues |= {"hard": hard, "long": busy(world)}
    for about, issue in stage.issues.items():
        stage.issues[about] = Issue.objects.get(pk=issue.pk)


def page(stage: Stage, about: str, name: str = "issue", *more: str) -> str:
    return reverse(f"issues:{name}", args=[stage.reference(about), *more])


def public_places(stage: Stage) -> Iterator[str]:
    yield from (
        "/",
        "/issues/",
        "/issues/?words=下水道&order=shared",
        "/raise/",
        "/venues/",
        "/record/",
    )
    yield from ("/how/", "/privacy/", "/contact/")
    yield from ("/sign-in/", "/demo/sms/")
    code = stage.world.venue.code
    yield from (f"/raise/?venue={code}", f"/venues/{code}/", f"/venues/{code}/poster/")
    yield from (page(stage, about) for about in ("public", "long", "settled", "hard"))
    receipt = Entry.objects.filter(stream__public=False).order_by("pk")[0].receipt
    yield reverse("ledger:entry", args=[receipt])
    yield from ("/demo/", "/goodbye/")


def own_places(stage: Stage) -> Iterator[Place]:
    yield "grid_worker", "/desk/working-days/"
    own = ["/me/", "/notices/", "/me/about/", "/me/email/", "/me/devices/", "/me/data/"]
    own += ["/me/data/erase/"]
    yield from (("resident", path) for path in own)
    yield "resident", page(stage, "pending")
    yield "resident", page(stage, "pending", "receipt")
    yield "resident", page(stage, "pending", "withdraw")
    yield "resident", page(stage, "settled", "confirm")
    yield "neighbour", page(stage, "public", "support")
    yield "neighbour", page(stage, "public", "add")


DESK_CASES = (
    ("grid_worker", "grid", "ZJD-1", "public"),
    ("grid_worker", "grid", "ZJD-1", "pending"),
    ("staff", "community", "ZJD", "settled"),
    ("dispatcher", "street", "FHT", "at the street"),
    ("supervisor", "street", "FHT", "long"),
    ("clerk", "department", "FHT-ZJ", "at the department"),
    ("partner_clerk", "department", "AJ-WY", "at the department"),
)
ACTS = (
    ("grid_worker", "pending", ("receive", "publish", "keep_private")),
    (
        "grid_worker",
        "public",
        ("respond", "classify", "settle", "find", "deliberate", "push_up", "merge", "decline"),
    ),
    ("grid_worker", "public", ("hide", "see_contact", "join", "commit", "verify")),
    ("clerk", "at the department", ("commit", "join", "respond", "deliver")),
    ("clerk", "long", ("deliver",)),
    ("dispatcher", "at the street", ("name_lead",)),
    ("lead", "settled", ("call_back",)),
)


def council_places(stage: Stage) -> Iterator[Place]:
    a_member(stage)
    posted = address_of_candidacy(a_candidacy(stage, CandidacyState.POSTED))
    before = address_of_candidacy(a_candidacy(stage, CandidacyState.RECOMMENDED))
    yield VISITOR, "/councils/"
    yield "lead", "/councils/ZJD-1/"
    yield VISITOR, posted
    yield "resident", "/councils/ZJD-1/recommend/"
    yield "grid_worker", f"{before}second/"
    yield from minutes_places(stage)
    yield "staff", f"{before}note_consent/"
    yield from _of_the_year(stage)
    yield from _of_sittings(stage)


def _of_sittings(stage: Stage) -> Iterator[Place]:
    """The calendar, a sitting before it runs, and its forms."""
    called = a_sitting(stage, MeetingState.CALLED)
    page_of, item = address_of_meeting(called), an_item(called).uid
    yield VISITOR, f"/sittings/?month={timezone.localtime(called.starts_at):%Y-%m}"
    yield VISITOR, page_of
    yield "grid_head", page_of
    yield "grid_head", address_of_meeting(a_sitting(stage, MeetingState.DRAFT))
    yield "grid_head", "/sittings/new/?council=ZJD-1"
    yield "grid_worker", "/sittings/talk/?council=ZJD-1"
    for act in ("edit", "agenda", "put-on", "invite", "recall", "cancel", f"postpone/{item}"):
        yield "grid_head", f"{page_of}{act}/"
    yield "grid_worker", f"{page_of}opinion/{item}/"
    yield "grid_worker", f"{page_of}rehearse/"
    yield from _of_screens(stage, called)


def _of_screens(stage: Stage, called: Meeting) -> Iterator[Place]:
    """The screens of a sitting that is called, and of one that runs."""
    running = a_running_sitting(stage)
    for meeting in (called, running):
        yield "grid_head", address_of_table(meeting)
        yield VISITOR, address_of_phone(meeting)
    yield "resident", address_of_phone(running)
    yield VISITOR, address_of_wall(Meeting.objects.get(pk=running.pk))
    yield VISITOR, "/sit/"
    yield "clerk", "/pledges/"
    yield VISITOR, f"/pledges/{a_pledge(stage)[0]}/"
    yield "clerk", f"/pledges/{a_pledge(stage)[0]}/accept/"


def _of_the_year(stage: Stage) -> Iterator[Place]:
    """Terms, venues, contacts, calls."""
    member, booking = a_member(stage), a_booking(stage)
    a_plan(stage)
    contact, call = a_contact(stage), a_call(stage)
    yield "lead", address_of_term(member)
    yield "lead", "/councils/ZJD-1/coverage/"
    week, _hash, _day = address_of_calendar(stage.world.venue, booking.begins).partition("#")
    yield VISITOR, week
    yield "grid_worker", week
    yield "neighbour", f"/venues/{stage.world.venue.code}/book/"
    yield "staff", f"/venues/{stage.world.venue.code}/bookings/{booking.uid}/move/"
    for path in ("", "plan/", "write/", f"{contact.uid}/raise/"):
        yield "neighbour", f"/contacts/{path}"
    yield VISITOR, "/calls/"
    yield "staff", f"/calls/{call.uid}/"
    Council.objects.get_or_create(body=stage.world.community)
    yield "lead", "/councils/ZJD/open-call/"
    yield "staff", f"/calls/{call.uid}/choose/{stage.reference('public')}/"
    yield VISITOR, f"/raise/?call={call.uid}"


def minutes_places(stage: Stage) -> Iterator[Place]:
    """The papers of one sitting; its head of the grid is in the chair."""
    sitting = f"/sittings/{minutes(stage).uid}/"
    yield "grid_head", f"{sitting}minutes/"
    yield "grid_head", f"{sitting}minutes/?version=1"
    yield "grid_head", f"{sitting}minutes/correct/"
    yield "grid_head", f"{sitting}minutes/add_sheet/"
    yield from (
        ("grid_head", f"{sitting}print/{sheet}/")
        for sheet in ("sign-in", "record", "ballots", "notice")
    )
    yield "grid_head", f"/sittings/{minutes(stage, MeetingState.MINUTED).uid}/minutes/sign/"
    yield "resident", "/sittings/calendar/"


def desk_places(stage: Stage) -> Iterator[Place]:
    for who, kind, code, about in DESK_CASES:
        desk = reverse(f"desks:{kind}", args=[code])
        yield who, f"{desk}?case={stage.reference(about)}"
    yield "grid_worker", "/desk/grid/ZJD-1/?section=hand&several=1"
    for who, about, acts in ACTS:
        yield from ((who, page(stage, about, "act", act)) for act in acts)
    yield "grid_worker", page(stage, "pending")
    yield "clerk", page(stage, "at the department", "slip")
    # Pages of refusal: not there, not theirs to act on.
    yield VISITOR, "/nowhere/"
    yield "neighbour", page(stage, "public", "act", "receive")


def administration_places(stage: Stage) -> Iterator[Place]:
    office = "district_administrator"
    yield from ((office, path) for path in ("/admin/", "/admin/import/"))
    for kind in ("body", "venue", "posting"):
        yield office, reverse(f"admin:grids_{kind}_changelist")
        yield office, reverse(f"admin:grids_{kind}_add")
    yield office, reverse("admin:grids_body_change", args=[stage.world.grid.pk])


# What one walk takes in at a time.
PLACES: dict[str, Callable[[Stage], Iterator[Place]]] = {
    "public": lambda stage: ((VISITOR, path) for path in public_places(stage)),
    "own": own_places,
    "desk": desk_places,
    "council": council_places,
    "administration": administration_places,
}


def all_places(stage: Stage) -> list[Place]:
    return [place for places in PLACES.values() for place in places(stage)]
