"""Who gets which answer at which address, written from the design; read it as a table.

A row: the address by its name, what it is about, then what each person gets for asking (GET) and
for sending an empty form (POST). 302 leads on, 403 lets read but not act, 404 knows of nothing,
405 has no form to send, 409 is not open for this person now, 422 is a form with something missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from council.enums.meetings import MeetingState
from council.enums.members import CandidacyState
from ledger.models import Entry
from notifications.models import Notice
from tests.matrix.councils import a_candidacy, a_council, a_member
from tests.matrix.minutes import a_feed, a_sheet, no_sheet, of_minutes
from tests.matrix.stage import Stage
from tests.matrix.who import (
    COMMUNITY,
    DEPARTMENT,
    EVERYONE,
    GRID,
    INSIDE,
    INSIDE_AT_GRID,
    POSTED,
    REPORTER,
    RESIDENTS,
    SIGNED_IN,
    SUPERVISORS,
    VISITOR,
    Answers,
    opens,
    workers,
)

UNKNOWN_KEY = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    name: str
    about: str
    at: Callable[[Stage], list[Any]]
    get: Answers
    post: Answers

    @property
    def title(self) -> str:
        return f"{self.name} {self.about}".strip()


def all_get(status: int) -> Answers:
    return dict.fromkeys(EVERYONE, status)


def only(
    people: Iterable[str], then: int = 200, *, others: int = 404, visitor: int = 404
) -> Answers:
    return {**all_get(others), VISITOR: visitor, **dict.fromkeys(people, then)}


def but(answers: Answers, people: Iterable[str], then: int) -> Answers:
    return {**answers, **dict.fromkeys(people, then)}


def nothing(_stage: Stage) -> list[Any]:
    return []


def row(
    name: str,
    get: Answers,
    post: Answers | None = None,
    *,
    about: str = "",
    at: Callable[[Stage], list[Any]] = nothing,
) -> Row:
    """Without `post` the address has nothing to send."""
    return Row(name, about, at, get, post if post is not None else all_get(405))


OPEN = all_get(200)
SEND_ONLY = all_get(405)
# To sign in and back; everyone else as said.
ASKED = only(SIGNED_IN, visitor=302)
SENT = only(SIGNED_IN, 422, visitor=302)

PUBLIC_PAGES = [
    row("health", OPEN),
    # Of this world nothing was ever looked at.
    row("ready", all_get(503)),
    row("desks:home", OPEN),
    row("desks:how", OPEN),
    row("desks:privacy", OPEN),
    row("desks:contact", OPEN),
    row("desks:robots", OPEN),
    row("desks:favicon", all_get(302)),
    # Without a page that asks.
    row("notifications:news", all_get(410)),
    row("accounts:link", OPEN, all_get(302), about="never made", at=lambda _: ["unknown"]),
    row("desks:choose_grid", SEND_ONLY, all_get(302)),
    row("desks:preferences", SEND_ONLY, all_get(302)),
    row("desks:after_sign_in", all_get(302)),
    row("accounts:sign_in", but(all_get(302), [VISITOR], 200), but(all_get(302), [VISITOR], 422)),
    row("accounts:sign_in_code", all_get(302), all_get(302)),
    # The second factor is not asked for in the demo: each leads on.
    row("accounts:second_factor", all_get(302), all_get(302)),
    row("accounts:factor_set_up", all_get(302), all_get(302)),
    row("accounts:recovery_codes", all_get(302), all_get(302)),
    row("accounts:sign_out", SEND_ONLY, all_get(302)),
    row("demo:personas", OPEN),
    row("demo:messages", OPEN),
    row("demo:be", SEND_ONLY, all_get(302)),
    row("demo:clock", SEND_ONLY, all_get(302)),
    row("grids:venues", OPEN),
    row("grids:venue", OPEN, at=lambda s: [s.world.venue.code]),
    row("grids:venue", all_get(404), about="unknown", at=lambda _: ["ZJD99"]),
    row("grids:poster", OPEN, at=lambda s: [s.world.venue.code]),
    row("grids:poster", all_get(404), about="unknown", at=lambda _: ["ZJD99"]),
    row("grids:poster_link", all_get(302), at=lambda s: [s.world.venue.code]),
    row("grids:poster_link", all_get(404), about="unknown", at=lambda _: ["ZJD99"]),
    row("issues:list", OPEN),
    row("issues:raise", OPEN, all_get(422)),
    row("issues:raise_sent", all_get(302)),
    row("issues:raise_sent_as", all_get(302), about="unknown", at=lambda _: [UNKNOWN_KEY]),
    row("issues:waiting", all_get(302), all_get(302), about="nothing"),
    row("issues:similar", SEND_ONLY, OPEN),
    row("issues:places", OPEN),
    row("ledger:record", OPEN),
    row("ledger:heads", OPEN),
    row("ledger:download", OPEN),
    row("ledger:parts", OPEN),
    row("ledger:part", all_get(404), about="unknown", at=lambda _: ["record-1-1-0.jsonl"]),
    row("ledger:verifier", OPEN),
    row("ledger:entry", OPEN, about="of a private matter", at=lambda _: [receipt()]),
    row("ledger:proof", OPEN, about="of a private matter", at=lambda _: [receipt()]),
    row("ledger:entry", all_get(404), about="unknown", at=lambda _: ["0" * 64]),
    row("ledger:proof", all_get(404), about="unknown", at=lambda _: ["0" * 64]),
]


def receipt() -> str:
    """Whoever has the receipt of a matter may check it: it shows digests only."""
    return Entry.objects.filter(stream__public=False).order_by("pk")[0].receipt


def notice_of_reporter(stage: Stage) -> list[Any]:
    return [Notice.objects.filter(recipient=stage.world.resident).order_by("pk")[0].pk]


OWN_PAGES = [
    row("desks:me", ASKED),
    row("desks:about", ASKED, SENT),
    row("desks:skip", SEND_ONLY, all_get(302)),
    row("desks:my_data", ASKED),
    row("desks:download", ASKED),
    row("desks:erase", ASKED, SENT),
    row("desks:goodbye", OPEN),
    # Each press says what it did, on an old page too.
    row("accounts:devices", ASKED, all_get(302)),
    row("accounts:email", ASKED, SENT),
    # Without a code under way there is nothing to type.
    row("accounts:email_code", all_get(302), all_get(302)),
    row("accounts:email_remove", SEND_ONLY, all_get(302)),
    row("notifications:notices", ASKED),
    row("notifications:read_all", SEND_ONLY, SENT),
    row(
        "notifications:read",
        SEND_ONLY,
        only([REPORTER], 422, visitor=302),
        about="of the reporter",
        at=notice_of_reporter,
    ),
]

# Read by everyone of the table; acts.py says who does what in every state.
READ = ("pending", "public", "private", "hidden", "urgent", "dispute", "ended", "at the department")
TRIED = ("pending", "public", "dispute", "at the department")
# Bodies that had it and passed it on.
PASSED_ON = {"at the department": ["general_clerk"]}


def matter(about: str, *more: Any) -> Callable[[Stage], list[Any]]:
    return lambda stage: [stage.reference(about), *more]


def photo(about: str, *, shown: bool) -> Callable[[Stage], list[Any]]:
    def at(stage: Stage) -> list[Any]:
        return [stage.shown_token(about) if shown else stage.token(about), "medium"]

    return at


def act_answers(about: str, then: int) -> Answers:
    """Workers get `then`; who only reads gets 403; to others the matter is not there."""
    reads = but(all_get(404), opens(about), 403)
    return but(but(reads, workers(INSIDE[about]), then), [VISITOR], 302)


def resident_answers(about: str, people: Iterable[str], then: int, others: int) -> Answers:
    """`people` get `then`, those who may open the page `others`, visitors sign in first."""
    reads = but(all_get(404), opens(about), others)
    return but(but(reads, people, then), [VISITOR], 302)


def reading(about: str) -> list[Row]:
    inside, at = INSIDE[about], matter(about)
    hidden_photo = photo(about, shown=False)
    return [
        row("issues:issue", only(opens(about)), about=about, at=at),
        row("issues:receipt", only(inside), about=about, at=at),
        row("issues:slip", only(workers(inside), visitor=302), about=about, at=at),
        row("issues:photo", only(inside), about=f"{about}, not shown", at=hidden_photo),
        # A press without its key does nothing and leads back to where it came from.
        row(
            "issues:told",
            SEND_ONLY,
            but(only(opens(about), 302), [VISITOR], 302),
            about=about,
            at=at,
        ),
    ]


def acting(about: str) -> list[Row]:
    at, by_phone = matter(about), matter(about, "call_back")
    supporters = [name for name in SIGNED_IN if name != REPORTER] if about == "public" else []
    # Who passed it on reads it still, but adds nothing.
    adders = set(opens(about)) - {VISITOR, *PASSED_ON.get(about, [])}
    # Nothing was delivered yet, so nobody is asked for their word.
    may = {
        "issues:support": supporters,
        "issues:follow": supporters,
        "issues:add": adders,
        "issues:confirm": [],
        "issues:withdraw": [REPORTER],
    }
    no_such_act = but(all_get(404), [VISITOR], 302)
    return [
        *(
            row(
                name,
                resident_answers(about, people, 200, 302),
                resident_answers(about, people, 422, 409),
                about=about,
                at=at,
            )
            for name, people in may.items()
        ),
        row(
            "issues:act",
            act_answers(about, 409),
            act_answers(about, 409),
            about=f"{about}: give the resident's word by phone",
            at=by_phone,
        ),
        row(
            "issues:act",
            no_such_act,
            no_such_act,
            about=f"{about}: an act there is not",
            at=matter(about, "abolish"),
        ),
    ]


MATTER_PAGES = [
    *(line for about in READ for line in reading(about)),
    *(
        line
        for about in ("public", "pending", "dispute", "at the department")
        for line in acting(about)
    ),
    row("issues:photo", OPEN, about="public, shown", at=photo("public", shown=True)),
    row(
        "issues:photo",
        only(INSIDE_AT_GRID),
        about="hidden, shown before",
        at=photo("hidden", shown=True),
    ),
    row(
        "issues:photo",
        all_get(404),
        about="public, in a size there is not",
        at=lambda s: [s.shown_token("public"), "huge"],
    ),
    row("issues:issue", all_get(404), about="unknown", at=lambda _: ["ZJD-2026-9999"]),
    row("issues:receipt", all_get(404), about="unknown", at=lambda _: ["ZJD-2026-9999"]),
]


def body(name: str) -> Callable[[Stage], list[Any]]:
    return lambda stage: [getattr(stage.world, name).code]


def desk(name: str, who: Iterable[str], of: str) -> Row:
    return row(name, only(who, visitor=302), about=of.replace("_", " "), at=body(of))


WITHOUT_DESK = ("mediator",)
DESKS = [
    # Those with one desk are led there; who has a post but no desk is told so.
    row("desks:working_days", only(POSTED, visitor=302)),
    row("desks:choose", but(only(POSTED, 302, visitor=302), WITHOUT_DESK, 200)),
    desk("desks:grid", (*GRID, *COMMUNITY), "grid"),
    desk("desks:grid", ("other_grid_worker", *COMMUNITY), "other_grid"),
    desk("desks:grid", ("far_grid_worker", "far_staff"), "far_grid"),
    desk("desks:community", COMMUNITY, "community"),
    desk("desks:community", ("near_staff",), "near_community"),
    desk("desks:street", ("dispatcher", *SUPERVISORS), "street"),
    desk("desks:street", ("far_dispatcher", "far_supervisor"), "far_street"),
    desk("desks:department", DEPARTMENT, "housing"),
    desk("desks:department", ("other_clerk",), "sanitation"),
    desk("desks:department", ("district_clerk",), "district_housing"),
    desk("desks:department", ("partner_clerk",), "property_company"),
    desk("desks:department", ("general_clerk", "dispatcher"), "general_office"),
    # A body of another kind has no desk at this address.
    desk("desks:department", (), "grid"),
    desk("desks:grid", (), "housing"),
    # Without a section in which something is done with several there is nothing to send.
    *(
        row(f"desks:{kind}_many", SEND_ONLY, only((), visitor=302), about=kind, at=body(of))
        for kind, of in (
            ("grid", "grid"),
            ("community", "community"),
            ("street", "street"),
            ("department", "housing"),
        )
    ),
]


def member(stage: Stage, *more: str) -> list[Any]:
    return ["ZJD-1", a_member(stage).uid, *more]


def candidate(state: CandidacyState, *more: str) -> Callable[[Stage], list[Any]]:
    return lambda stage: ["ZJD-1", a_candidacy(stage, state).uid, *more]


# Nobody of the table has said where they live but the reporter, who recommended the candidate.
OF_COUNCIL = (*GRID, *COMMUNITY)
RECOMMENDED, POSTED_NAME = CandidacyState.RECOMMENDED, CandidacyState.POSTED
NEAR = (*OF_COUNCIL, REPORTER)
COUNCIL_PAGES = [
    row("council:councils", OPEN),
    row("council:council", OPEN, at=lambda s: [a_council(s).body.code]),
    row("council:council", all_get(404), about="unknown", at=lambda _: ["ZJD-99"]),
    row(
        "council:recommend",
        but(all_get(302), NEAR, 200),
        but(but(all_get(409), NEAR, 422), [VISITOR], 302),
        at=lambda s: [a_council(s).body.code],
    ),
    row("council:candidacy", only(NEAR), about="not posted", at=candidate(RECOMMENDED)),
    row("council:candidacy", OPEN, about="posted", at=candidate(POSTED_NAME)),
    row(
        "council:candidacy_act",
        but(only(OF_COUNCIL, 200, visitor=302), [REPORTER], 302),
        but(only(OF_COUNCIL, 422, visitor=302), [REPORTER], 409),
        about="second",
        at=candidate(RECOMMENDED, "second"),
    ),
    row(
        "council:candidacy_act",
        but(but(all_get(302), COMMUNITY, 200), [VISITOR], 302),
        but(but(all_get(409), COMMUNITY, 422), [VISITOR], 302),
        about="refuse a posted one",
        at=candidate(POSTED_NAME, "refuse"),
    ),
    row(
        "council:candidacy_act",
        all_get(302),
        but(but(all_get(409), ["lead"], 422), [VISITOR], 302),
        about="confirm while it is posted",
        at=candidate(POSTED_NAME, "confirm"),
    ),
    row(
        "council:candidacy_act",
        all_get(404),
        all_get(404),
        about="an act there is not",
        at=candidate(POSTED_NAME, "abolish"),
    ),
    row(
        "council:member_act",
        but(all_get(302), ["neighbour"], 200),
        but(but(all_get(409), ["neighbour"], 422), [VISITOR], 302),
        about="resign",
        at=lambda s: member(s, "resign"),
    ),
    row(
        "council:member_act",
        but(all_get(302), ["lead"], 200),
        but(but(all_get(409), ["lead"], 422), [VISITOR], 302),
        about="recall",
        at=lambda s: member(s, "recall"),
    ),
]

# Chair and recorder of the sitting, who keeps its papers, who sat in it.
HOLDERS = GRID
KEEPERS = (*GRID, *COMMUNITY)
SAT = (*KEEPERS, *RESIDENTS[:2], "mediator")
PUBLISHED, MINUTED = MeetingState.PUBLISHED, MeetingState.MINUTED
MINUTES_PAGES = [
    row("council:minutes", only(SAT), about="not published", at=of_minutes()),
    row("council:minutes", OPEN, about="published", at=of_minutes(state=PUBLISHED)),
    row("council:minutes_text", only(SAT), about="not published", at=of_minutes()),
    row("council:minutes_text", OPEN, about="published", at=of_minutes(state=PUBLISHED)),
    # While it is being made the page says so.
    row("council:minutes_openings", only(SAT), about="not published", at=of_minutes()),
    row("council:minutes_openings", OPEN, about="published", at=of_minutes(state=PUBLISHED)),
    row("council:minutes_pdf", only(SAT, 302), about="not published", at=of_minutes()),
    row(
        "council:minutes_act",
        but(only(SAT, 302, visitor=302), HOLDERS, 200),
        but(only(SAT, 409, visitor=302), HOLDERS, 422),
        about="finish",
        at=of_minutes("finish"),
    ),
    row(
        "council:minutes_act",
        but(only(SAT, 302, visitor=302), KEEPERS, 200),
        but(only(SAT, 409, visitor=302), KEEPERS, 422),
        about="file a sheet",
        at=of_minutes("add_sheet"),
    ),
    row(
        "council:minutes_act",
        all_get(404),
        all_get(404),
        about="an act there is not",
        at=of_minutes("abolish"),
    ),
    row(
        "council:sign_minutes",
        but(only(SAT, 302, visitor=302), HOLDERS, 200),
        but(only(SAT, 302, visitor=302), HOLDERS, 409),
        at=of_minutes(state=MINUTED),
    ),
    # Without a code under way there is nothing to type.
    row(
        "council:sign_minutes_code",
        only(SAT, 302, visitor=302),
        only(SAT, 302, visitor=302),
        at=of_minutes(state=MINUTED),
    ),
    row("council:sheet", only(KEEPERS), at=a_sheet),
    row("council:sheet", all_get(404), about="unknown", at=no_sheet),
    row("council:paper", only(HOLDERS), about="with names", at=of_minutes("sign-in")),
    row("council:paper", only((*KEEPERS, "dispatcher")), about="notice", at=of_minutes("notice")),
    row("council:feed", OPEN),
    row("council:my_feed", OPEN, at=a_feed),
    row("council:my_feed", all_get(404), about="unknown", at=lambda _: ["0" * 72]),
    row("council:feed_address", ASKED, all_get(302)),
]

ROWS = [*PUBLIC_PAGES, *OWN_PAGES, *MATTER_PAGES, *DESKS, *COUNCIL_PAGES, *MINUTES_PAGES]
