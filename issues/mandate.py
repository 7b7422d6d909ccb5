"""What a council may do to an issue, and by which sitting; the council asks its own rules first.

`issues` learns no more of a council than these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from issues.enums.stages import BEFORE_DELIVERY, WORKED_ON, Stage


@dataclass(frozen=True, slots=True)
class Mandate:
    """A sitting of the council of `body_id`; in a joint one, `joint` are the other bodies."""

    body_id: int
    sitting: UUID
    joint: frozenset[int] = frozenset()

    def body_among(self, grid_id: int, community_id: int) -> int | None:
        """The grid or the community of an issue, whichever has its council sit; None if neither.

        If both councils sit, it is the body of the council that called the sitting.
        """
        places = (grid_id, community_id)
        if self.body_id in places:
            return self.body_id
        return next((place for place in places if place in self.joint), None)


class SittingAct(StrEnum):
    """What a sitting has done to an issue: a file of its name in `actions/`."""

    PUT_ON_AGENDA = "put_on_agenda"
    TAKE_OFF_AGENDA = "take_off_agenda"
    POSTPONE = "postpone"
    DECIDE = "decide"
    ACCEPT_PLEDGE = "accept_pledge"
    FIND = "find_at_sitting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingRow:
    """`public_only`: refused for a matter that not everybody may read."""

    stages: frozenset[Stage]
    public_only: bool = True


SITTING_ACTS: Mapping[SittingAct, SittingRow] = {
    SittingAct.PUT_ON_AGENDA: SittingRow(stages=BEFORE_DELIVERY | {Stage.DELIVER, Stage.CONFIRM}),
    # A matter that has become private or has ended is taken off too.
    SittingAct.TAKE_OFF_AGENDA: SittingRow(stages=frozenset(Stage), public_only=False),
    SittingAct.POSTPONE: SittingRow(stages=BEFORE_DELIVERY | {Stage.DELIVER}),
    # A decision counts as a talk. At CONFIRM it can only be the talk that an urgent matter is owed.
    SittingAct.DECIDE: SittingRow(stages=WORKED_ON | {Stage.DELIVER, Stage.CONFIRM}),
    # A promise is good even if the matter was taken out of public sight after the sitting.
    SittingAct.ACCEPT_PLEDGE: SittingRow(stages=WORKED_ON | {Stage.DELIVER}, public_only=False),
    SittingAct.FIND: SittingRow(stages=WORKED_ON | {Stage.DELIVER}),
}
