"""A motion of the item that is on, and how it changes its state."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from acting.refusals import Refused
from council.casework.table import TableCase
from council.enums.motions import MOTION_RUNNING, MOTION_TRANSITIONS, MotionState
from council.models import Motion, Roll


def motion_named(case: TableCase, uid: UUID) -> Motion:
    """Raises Refused for one that is not of the item that is on."""
    motion = next((row for row in case.state.item_motions if row.uid == uid), None)
    if motion is None:
        raise Refused(_("This motion is not on the table now."), field="motion")
    return motion


def mover_of(case: TableCase, roll: UUID | None) -> Roll | None:
    """Who moves it; None if the chair puts it from the table.

    Raises Refused for anybody who is not a member or is not here.
    """
    if roll is None and case.is_at_table and case.facts.holds_table:
        return None
    line = case.line(roll)
    if not line.roll.is_member or not line.is_present:
        raise Refused(_("A member who is here can move it."), field="roll")
    return line.roll


def first_state(case: TableCase, mover: Roll | None) -> MotionState:
    """The chair needs no seconder; a member needs one where the rules of order are kept."""
    waits = mover is not None and case.facts.keeps_rules
    return MotionState.MOVED if waits else MotionState.OPEN


def main_motion(case: TableCase) -> Motion | None:
    """What the item is about to decide: the running motion that amends nothing."""
    running = (row for row in case.state.running_motions if row.amends_id is None)
    return next(running, None)


def amendments_of(case: TableCase, motion: Motion) -> list[Motion]:
    """Those still to be voted on or taken back."""
    return [
        row
        for row in case.state.item_motions
        if row.amends_id == motion.pk and row.state in MOTION_RUNNING
    ]


def reopen(case: TableCase, motion: Motion) -> None:
    """Open a motion for another vote with the same wording. Raises Refused.

    Refused are an amendment, and any motion while another is on the table.
    """
    other = main_motion(case)
    if motion.amends_id is not None:
        raise Refused(_("An amendment is voted on once: move it again."), field="motion")
    if other is not None:
        raise Refused(_("One motion is on the table: amend it, or take it back first."))
    move_motion(motion, MotionState.OPEN)


def reword_by(amendment: Motion) -> None:
    """Give the amended motion the wording of `amendment`; its first wording is kept."""
    motion = amendment.amends
    if motion is None:
        return
    motion.first_text = motion.first_text or motion.text
    motion.text = amendment.text
    motion.save(update_fields=["first_text", "text"])


def move_motion(motion: Motion, state: MotionState) -> None:
    """Raises Refused for a way that the table does not have."""
    if state not in MOTION_TRANSITIONS[MotionState(motion.state)]:
        sentence = _("This motion has moved on: {state}.")
        raise Refused(sentence.format(state=motion.get_state_display()))
    motion.state = state
    motion.save(update_fields=["state", "text"])
