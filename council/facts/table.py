"""What rules ask of a running sitting."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.meetings import Manner, MeetingState
from council.enums.votes import VOTE_RUNNING, VoteState, VoteWay
from council.facts.meetings import MeetingFacts
from council.order.quorum import Quorum
from council.order.who_votes import RollFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """A running sitting before one person: what every command is decided on."""

    meeting: MeetingFacts
    manner: Manner
    quorum: Quorum
    user_id: int | None
    # Who is in the chair now: the chair, or whom they handed it to.
    chair_now_id: int | None
    # The person's own line on the roll, as a plain copy; None for who only reads along.
    on_roll: RollFacts | None = None
    # True if the sender's device runs the table, and also if no device does.
    holds_table: bool = True
    items_waiting: int = 0
    item_on: bool = False
    # The item has its resolution.
    item_decided: bool = False
    item_is_major: bool = False
    # The item is about a matter that this sitting acts on; a rehearsal acts on none.
    item_has_matter: bool = False
    # Its matter went private meanwhile.
    item_hidden: bool = False
    # It has ended, or waits for the resident's word.
    item_past_deciding: bool = False
    item_ended: bool = False
    speech_on: bool = False
    speech_paused: bool = False
    waiting: int = 0
    # Running motions of the item, the amendments among them counted apart.
    motions: int = 0
    amendments: int = 0
    # The item's main motions that have a result, and whether the last of them was adopted.
    voted_motions: int = 0
    item_adopted: bool = False
    # Whoever is in the chair now reported the item's matter, or is recused from it.
    chair_is_touched: bool = False
    vote: VoteState | None = None
    vote_way: VoteWay | None = None
    viewer_votes: bool = False
    can_undo: bool = False

    @property
    def state(self) -> MeetingState:
        return self.meeting.state

    @property
    def item_is_decided_elsewhere(self) -> bool:
        """Nothing that is adopted here could act on its matter."""
        return self.item_hidden or self.item_past_deciding

    @property
    def keeps_rules(self) -> bool:
        return self.manner == Manner.RULES

    @property
    def vote_runs(self) -> bool:
        return self.vote in VOTE_RUNNING
