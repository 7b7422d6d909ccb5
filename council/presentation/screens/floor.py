"""Who speaks and who waits for it, at the table."""

from __future__ import annotations

from typing import Any

from council.enums.floor import Side
from council.enums.table import TableAct
from council.facts.table import TableFacts
from council.presentation.screens.commands import button
from council.presentation.screens.shared import clock_of
from council.queries.state import SittingState


def floor_of(state: SittingState, facts: TableFacts) -> dict[str, Any]:
    speech = state.speech_on
    clock = TableAct.RESUME_SPEECH if facts.speech_paused else TableAct.PAUSE_SPEECH
    on = speech.uid if speech else None
    return {
        "speech": speech,
        "speaker": state.lines[speech.roll_id].name if speech else "",
        "clock": clock_of(speech),
        "buttons": [
            made
            for made in (
                button(facts, clock, speech=on),
                button(facts, TableAct.EXTEND_SPEECH, speech=on),
                button(facts, TableAct.END_SPEECH, speech=on),
            )
            if made
        ]
        if speech
        else [],
        "waiting": [
            {
                "speech": waiting,
                "name": state.lines[waiting.roll_id].name,
                "spoken": state.spoken(waiting.roll_id),
                "give": button(facts, TableAct.GIVE_FLOOR, speech=waiting.uid),
            }
            for waiting in state.waiting
        ],
        "put_back": button(facts, TableAct.PUT_BACK)
        if any(row.began_at for row in state.item_speeches)
        else None,
        "sides": [(side.value, side.label) for side in Side] if facts.keeps_rules else [],
    }
