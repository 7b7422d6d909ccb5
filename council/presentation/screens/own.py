"""What each phone is told of its own line, and of nobody else's."""

from __future__ import annotations

from council.enums.motions import MotionState
from council.enums.votes import Choice
from council.queries.state import SittingState

LETTERS: dict[str, str] = {Choice.YES: "y", Choice.NO: "n", Choice.ABSTAIN: "a"}


def own_of(state: SittingState) -> dict[int, str]:
    """By person, in letters.

    Here (h), waits (w), speaks (s), has voted (v), member (m), moved what waits for a second (o),
    recused from the item (r); chose for (y), against (n), to abstain (a), in a vote by name.
    """
    waiting = {speech.roll_id for speech in state.waiting}
    speaks = {state.speech_on.roll_id} if state.speech_on else set()
    item = state.item_on
    # Somebody else seconds it.
    moved = {row.moved_by_id for row in state.running_motions if row.state == MotionState.MOVED}
    voted = {voter.roll_id for voter in state.voters if voter.has_voted}
    chose = {voter.roll_id: voter.choice for voter in state.voters}
    return {
        line.roll.person_id: "".join(
            letter
            for letter, holds in (
                ("h", line.is_present),
                ("w", line.key in waiting),
                ("s", line.key in speaks),
                ("v", line.key in voted),
                ("m", line.roll.is_member),
                ("o", line.key in moved),
                ("r", item is not None and item.pk in line.recused_from),
            )
            if holds
        )
        + LETTERS.get(chose.get(line.key, ""), "")
        for line in state.roll
        if line.roll.person_id
    }
