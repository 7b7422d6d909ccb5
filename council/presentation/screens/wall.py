"""What is seen from ten metres: the item, the clock, the quorum, the tally after the close."""

from __future__ import annotations

from typing import Any

from council.enums.screens import Audience
from council.presentation.screens.shared import clock_of, quorum_of_state, vote_of
from council.queries.state import SittingState
from council.queries.table import table_facts


def wall_context(state: SittingState, audience: Audience) -> dict[str, Any]:
    """No names of who has not voted: the wall is seen from outside too."""
    facts = table_facts(state, user_id=None, device="")
    speech = state.speech_on
    return {
        "meeting": state.meeting,
        "quorum": quorum_of_state(state, facts),
        "item": state.item_on,
        "next_item": state.items_waiting[0] if state.items_waiting else None,
        "speaker": state.lines[speech.roll_id].name if speech else "",
        "clock": clock_of(speech),
        "vote": vote_of(state),
    }
