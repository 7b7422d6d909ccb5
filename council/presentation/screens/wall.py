"""What is seen from ten metres: the item, the clock, the quorum, the tally after the close."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from clocks.dates import time_words
from council.enums.meetings import MEETING_PLANNED
from council.enums.screens import Audience
from council.enums.votes import VoteState
from council.presentation.screens.shared import clock_of, quorum_of_state, vote_of
from council.queries.state import SittingState
from council.queries.table import table_facts
from grids.presentation.scan_code import address_in_words, scan_code


def wall_context(state: SittingState, audience: Audience) -> dict[str, Any]:
    """No names of who has not voted: the wall is seen from outside too."""
    facts = table_facts(state, user_id=None, device="")
    speech, code = state.speech_on, state.meeting.code
    vote, is_told = vote_of(state), _is_told(state)
    return {
        "meeting": state.meeting,
        "quorum": quorum_of_state(state, facts),
        "item": state.item_on,
        "next_item": state.items_waiting[0] if state.items_waiting else None,
        "begins": _begins(state),
        "speaker": state.lines[speech.roll_id].name if speech else "",
        "clock": clock_of(speech),
        "vote": vote,
        "is_told": is_told,
        # A result is looked at by those who are here.
        "shows_join": bool(code) and not is_told,
        "join_picture": _picture_of(code) if code else "",
        "join_address": address_in_words(reverse("council:join")),
    }


def _begins(state: SittingState) -> str:
    """Said to those who come early, until it is opened."""
    meeting = state.meeting
    if meeting.state not in MEETING_PLANNED:
        return ""
    return _("Begins at {time}").format(time=time_words(meeting.starts_at))


def _is_told(state: SittingState) -> bool:
    """A result stays until somebody speaks again."""
    vote, speech = state.vote_shown, state.speech_on
    if vote is None or vote.state != VoteState.ANNOUNCED:
        return False
    spoken = speech.began_at if speech else None
    return not (spoken and vote.announced_at and spoken > vote.announced_at)


@lru_cache(maxsize=32)
def _picture_of(code: str) -> SafeString:
    return scan_code(reverse("council:join_code", args=[code]), "join-picture")
