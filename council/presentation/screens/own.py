"""What each phone is told of its own line, and of nobody else's."""

from __future__ import annotations

from council.enums.votes import Choice
from council.presentation.secret import asked_for_a_key
from council.queries.state import SittingState
from council.queries.who_may import waiting_for_second

LETTERS: dict[str, str] = {Choice.YES: "y", Choice.NO: "n", Choice.ABSTAIN: "a"}
# Ten motions that wait at once have a digit. The mover of another one also sees the button to
# second it, and is refused in words.
DIGITS = "0123456789"


def own_of(state: SittingState) -> dict[int, str]:
    """What each phone is told, by person, as letters.

    They are: here (h), waits for the floor (w), speaks (s), has voted (v), member (m), recused from
    the item (r); in a vote by name chose for (y), against (n) or to abstain (a). A digit stands for
    a motion of theirs that somebody else must second: its place among all that wait for a second.
    Chair and recorder, on the roll or not, get (k) while the secret vote waits for their key.
    """
    waiting = {speech.roll_id for speech in state.waiting}
    speaks = {state.speech_on.roll_id} if state.speech_on else set()
    item = state.item_on
    moved: dict[int | None, str] = {}
    for place, row in zip(DIGITS, waiting_for_second(state), strict=False):
        moved[row.moved_by_id] = moved.get(row.moved_by_id, "") + place
    voted = {voter.roll_id for voter in state.voters if voter.has_voted}
    chose = {voter.roll_id: voter.choice for voter in state.voters}
    letters = {
        line.roll.person_id: "".join(
            letter
            for letter, holds in (
                ("h", line.is_present),
                ("w", line.key in waiting),
                ("s", line.key in speaks),
                ("v", line.key in voted),
                ("m", line.roll.is_member),
                ("r", item is not None and item.pk in line.recused_from),
            )
            if holds
        )
        + moved.get(line.key, "")
        + LETTERS.get(chose.get(line.key, ""), "")
        for line in state.roll
        if line.roll.person_id
    }
    return letters | {key: letters.get(key, "") + "k" for key in asked_for_a_key(state)}
