"""The parts of each screen, drawn once for everybody who is shown the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from secrets import compare_digest
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from accounts.tongues import with_tongues
from council.enums.meetings import MEETING_PUBLIC
from council.enums.screens import Audience, Place
from council.enums.votes import VoteState
from council.models import Meeting
from council.presentation.screens.own import own_of
from council.presentation.screens.parts import filled
from council.presentation.screens.people import lines_of
from council.presentation.screens.phone import phone_context
from council.presentation.screens.table import table_context
from council.presentation.screens.wall import wall_context
from council.queries.state import SittingState
from council.rules.meetings import runs_table

Context = Callable[[SittingState, Audience], dict[str, Any]]

CONTEXTS: Mapping[Audience, Context] = {
    Audience.TABLE: table_context,
    Audience.VOTER: phone_context,
    Audience.MEMBER: phone_context,
    Audience.READER: phone_context,
    Audience.WALL: wall_context,
}
# Only what changed is sent; what stands within another part has a place there.
PHONE_PARTS = ("you", "head", "now", "floor", "acts", "vote", "agenda")
TABLE_PARTS = ("head", "holder", "agenda", "item", "said", "vote", "floor", "next")
PEOPLE_PARTS = ("people", "guests", "members-here", "guests-here", "voters", "enough")
PARTS: Mapping[Audience, tuple[str, ...]] = {
    Audience.TABLE: (*TABLE_PARTS, *PEOPLE_PARTS),
    Audience.VOTER: PHONE_PARTS,
    Audience.MEMBER: PHONE_PARTS,
    Audience.READER: PHONE_PARTS,
    Audience.WALL: ("wall", "join"),
}
FOLDERS: Mapping[Audience, str] = {
    Audience.TABLE: "table",
    Audience.VOTER: "phone",
    Audience.MEMBER: "phone",
    Audience.READER: "phone",
    Audience.WALL: "wall",
}


def audience_of(
    state: SittingState, place: Place, person_id: int | None, *, key: str = ""
) -> Audience | None:
    """With whom somebody is shown the same; None where the screen isn't theirs to see."""
    meeting = state.meeting
    runs = runs_table(person_id, meeting)
    if place == Place.TABLE:
        return Audience.TABLE if runs else None
    if place == Place.WALL:
        fits = meeting.wall_key and compare_digest(key.encode(), meeting.wall_key.encode())
        return Audience.WALL if fits else None
    if not may_follow(meeting, person_id):
        return None
    return _on_phone(state, person_id)


def may_follow(meeting: Meeting, person_id: int | None) -> bool:
    """A draft is its makers' own, and so is a rehearsal."""
    runs = runs_table(person_id, meeting)
    return runs or (meeting.state in MEETING_PUBLIC and not meeting.rehearsal)


def _on_phone(state: SittingState, person_id: int | None) -> Audience:
    line, vote = state.line_of(person_id), state.vote_running
    if line is None:
        return Audience.READER
    votes = vote is not None and vote.state == VoteState.OPEN
    if votes and line.key in state.voting:
        return Audience.VOTER
    return Audience.MEMBER


def parts_of(
    state: SittingState,
    audience: Audience,
    *,
    now: datetime,
    request: HttpRequest | None = None,
) -> dict[str, str]:
    """Part by name, as HTML in the language that is active.

    With a request it is a page, whose forms hold that person's token and work without a script;
    what is sent to all who watch holds none, and its parts lie beside each other.
    """
    context = {**CONTEXTS[audience](state, audience), "now": now, "state": state}
    folder = FOLDERS[audience]
    parts: dict[str, str] = {
        part: render_to_string(f"council/{folder}/{part}.html", context, request=request)
        for part in PARTS[audience]
    }
    if audience == Audience.TABLE:
        parts |= lines_of(state, context["facts"])
    if not (get_language() or "").startswith("zh"):
        # As the page that is loaded has them, so that the first frame changes nothing.
        parts = {part: SafeString(with_tongues(drawn)) for part, drawn in parts.items()}
    return parts if request is None else filled(parts)


def own_letters(state: SittingState, audience: Audience) -> Mapping[int, str]:
    """What each person is told of themselves alone; at the table and on the wall nothing."""
    return own_of(state) if FOLDERS[audience] == "phone" else {}
