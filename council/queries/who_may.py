"""Who on the roll may be named for what: the screens offer them, and the actions refuse the others.

Each answers why somebody may not, as a sentence, or None where they may.
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from council.enums.motions import MotionState
from council.models import Motion
from council.queries.roll import RollLine
from council.queries.state import SittingState

WhyNot = Callable[[RollLine], str | None]


def those_who_may(state: SittingState, why_not: WhyNot) -> list[RollLine]:
    """Of the members who are here, in the order of the roll."""
    return [line for line in state.members if line.is_present and why_not(line) is None]


def waiting_for_second(state: SittingState) -> list[Motion]:
    return [row for row in state.running_motions if row.state == MotionState.MOVED]


def why_not_second(motion: Motion) -> WhyNot:
    def why_not(line: RollLine) -> str | None:
        if not line.roll.is_member or not line.is_present:
            return _("A member who is here seconds it.")
        if motion.moved_by_id == line.key:
            return _("Somebody other than the mover seconds it.")
        return None

    return why_not


def why_not_chair(state: SittingState) -> WhyNot:
    meeting, item, speech = state.meeting, state.item_on, state.speech_on

    def why_not(line: RollLine) -> str | None:
        person = line.roll.person_id
        if not line.is_present or not line.roll.is_member or person is None:
            return _("A member who is here can take the chair.")
        if person == meeting.recorder_id:
            return _("Whoever writes it down cannot be in the chair.")
        if person == meeting.chair_now_id:
            return _("They are in the chair.")
        if item is not None and item.pk in line.recused_from:
            return _("They are recused from this item.")
        if speech is not None and speech.roll_id == line.key:
            return speaks_now()
        return None

    return why_not


def speaks_now() -> str:
    """Nobody speaks from the chair."""
    return _("They have the floor: they speak to the end first.")


def why_not_recuse(state: SittingState) -> WhyNot:
    item = state.item_on

    def why_not(line: RollLine) -> str | None:
        recused = item is not None and item.pk in line.recused_from
        return _("They are recused from this item.") if recused else None

    return why_not
