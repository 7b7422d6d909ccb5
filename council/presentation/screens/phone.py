"""What a phone in the room is drawn from: one question at a time."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from clocks.dates import moment_words
from council.acts.table import state_allows, why_not
from council.enums.agenda import ItemState
from council.enums.floor import Side
from council.enums.meetings import MeetingState
from council.enums.screens import Audience
from council.enums.table import TableAct
from council.presentation.agenda import words_of
from council.presentation.screens.items import decided_of
from council.presentation.screens.shared import clock_of, quorum_of_state, vote_of
from council.queries.agenda import is_shown
from council.queries.state import SittingState
from council.queries.table import table_facts
from council.queries.who_may import waiting_for_second

# What a member does from the own phone beside speaking and voting.
OWN_ACTS = (TableAct.MOVE, TableAct.AMEND, TableAct.SECOND_MOTION, TableAct.RECUSE, TableAct.LEAVE)


def phone_context(state: SittingState, audience: Audience) -> dict[str, Any]:
    """The same for everybody of an audience; which line is one's own the page knows by itself."""
    facts = table_facts(state, user_id=None, device="")
    on_roll = audience in {Audience.VOTER, Audience.MEMBER}
    speech, item = state.speech_on, state.item_on
    voted_on = state.vote_running.motion_id if state.vote_running else None
    motions = _motions(state)
    begins = timezone.localtime(state.meeting.starts_at)
    return {
        "meeting": state.meeting,
        "place": "phone",
        "on_roll": on_roll,
        "may_vote": audience == Audience.VOTER,
        "is_running": state.meeting.is_running,
        "is_open": state.meeting.state == MeetingState.OPEN,
        "quorum": quorum_of_state(state, facts),
        "item": item,
        "shown": item is not None and is_shown(item),
        "resolution": decided_of(item) if item else None,
        # What is being voted on stands in the vote itself.
        "motions": [motion for motion in motions if motion["row"].pk != voted_on],
        "main": next((motion for motion in motions if motion["row"].amends_id is None), None),
        "can": {
            act.value: state_allows(act, facts) and why_not(act, facts) is None for act in OWN_ACTS
        },
        "when": moment_words(begins, state.now),
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
    }


def _motions(state: SittingState) -> list[dict[str, Any]]:
    waits = waiting_for_second(state)
    return [
        {
            "row": row,
            "text": words_of(state.item_of(row), row.text),
            # Its place among those that wait for a second, as in one's own letters.
            "place": waits.index(row) if row in waits else None,
        }
        for row in state.running_motions
    ]
