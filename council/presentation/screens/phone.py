"""What a phone in the room is drawn from: one question at a time."""

from __future__ import annotations

from typing import Any

from council.enums.agenda import ItemState
from council.enums.floor import Side
from council.enums.meetings import MeetingState
from council.enums.screens import Audience
from council.presentation.screens.shared import clock_of, flags_of, quorum_of_state, vote_of
from council.queries.state import SittingState
from council.queries.table import table_facts


def phone_context(state: SittingState, audience: Audience) -> dict[str, Any]:
    """The same for everybody of an audience; which line is one's own the page knows by itself."""
    facts = table_facts(state, user_id=None, device="")
    on_roll = audience in {Audience.VOTER, Audience.MEMBER}
    speech, item = state.speech_on, state.item_on
    return {
        "meeting": state.meeting,
        "place": "phone",
        "on_roll": on_roll,
        "may_vote": audience == Audience.VOTER,
        "is_running": state.meeting.is_running,
        "is_open": state.meeting.state == MeetingState.OPEN,
        "quorum": quorum_of_state(state, facts),
        "item": item,
        "resolution": getattr(item, "resolution", None) if item else None,
        "motions": state.running_motions,
        "items": [
            {"row": row, "is_on": row.state == ItemState.ON, "is_done": row.state == ItemState.DONE}
            for row in state.items
            if row.state != ItemState.DROPPED
        ],
        "speaker": state.lines[speech.roll_id].name if speech else "",
        "clock": clock_of(speech),
        "waiting": len(state.waiting),
        "sides": [(side.value, side.label) for side in Side] if facts.keeps_rules else [],
        "keeps_rules": facts.keeps_rules,
        "vote": vote_of(state),
        "flags": flags_of(state) if on_roll else "",
    }
