"""What can be done in a running sitting: when, by whom, and why not just now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from council.acts.needs import (
    needs_announced,
    needs_closable_vote,
    needs_counted_vote,
    needs_decision,
    needs_hands,
    needs_impartial_chair,
    needs_item,
    needs_matter,
    needs_motion,
    needs_named_vote,
    needs_no_decision,
    needs_no_item,
    needs_no_motion,
    needs_no_open_result,
    needs_no_speech,
    needs_no_vote,
    needs_open_matter,
    needs_public_item,
    needs_public_matter,
    needs_quorum,
    needs_running_clock,
    needs_running_vote,
    needs_slip,
    needs_something_to_vote_on,
    needs_speech,
    needs_stopped_clock,
    needs_waiting,
)
from council.enums.meetings import MEETING_RUNNING, MeetingState
from council.enums.table import TableAct
from council.enums.votes import VoteState
from council.facts.table import TableFacts
from council.rules import meetings as rules

WhyNot = Callable[[TableFacts], str | Promise | None]
OPEN = frozenset({MeetingState.OPEN})
BEFORE = frozenset({MeetingState.DRAFT, MeetingState.CALLED})


def at_table(facts: TableFacts) -> bool:
    return rules.runs_table(facts.user_id, facts.meeting)


def signed_in(facts: TableFacts) -> bool:
    return facts.user_id is not None


def on_roll(facts: TableFacts) -> bool:
    """At the table it is done for anybody; elsewhere people do it for themselves."""
    return at_table(facts) or facts.on_roll is not None


def member(facts: TableFacts) -> bool:
    return at_table(facts) or (facts.on_roll is not None and facts.on_roll.is_member)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableActRow:
    """`states` and `who` refuse for good; `needs` is what must come first, in this order.

    Unlike the rows of `acting.acts` it is asked about facts alone: these already belong to one
    person. An act that is not open just now says why.
    """

    states: frozenset[MeetingState]
    who: Callable[[TableFacts], bool]
    icon: str
    needs: tuple[WhyNot, ...] = ()
    # Sent from the device that runs the table; the others are open to every device.
    needs_table: bool = True

    def why_not(self, facts: TableFacts) -> str | Promise | None:
        return next((reason for ask in self.needs if (reason := ask(facts))), None)


def _row(
    icon: str,
    *needs: WhyNot,
    who: Callable[[TableFacts], bool] = at_table,
    states: frozenset[MeetingState] = OPEN,
    needs_table: bool = True,
) -> TableActRow:
    return TableActRow(states=states, who=who, icon=icon, needs=needs, needs_table=needs_table)


_ANY = frozenset({*BEFORE, *MEETING_RUNNING})
# Words that are being voted on, or whose result is not told yet, stay as they are.
_MOVING = (needs_item, needs_no_vote, needs_announced, needs_no_decision)

TABLE_ACTS: Mapping[TableAct, TableActRow] = {
    TableAct.OPEN: _row("play", states=BEFORE),
    TableAct.PAUSE: _row("pause", needs_no_vote, needs_no_speech),
    TableAct.RESUME: _row("play", states=frozenset({MeetingState.PAUSED})),
    TableAct.CLOSE: _row(
        "door-closed", needs_no_vote, needs_no_speech, needs_no_item, states=MEETING_RUNNING
    ),
    TableAct.TAKE_TABLE: _row("tablet", states=_ANY, needs_table=False),
    TableAct.HAND_OVER_CHAIR: _row("user-round-check", needs_item),
    TableAct.TAKE_BACK_CHAIR: _row("undo-2"),
    TableAct.JOIN: _row("log-in", who=signed_in, states=_ANY, needs_table=False),
    TableAct.ARRIVE: _row("user-check", states=_ANY),
    TableAct.LEAVE: _row("log-out", who=on_roll, states=_ANY, needs_table=False),
    TableAct.WALK_IN: _row("user-plus", states=_ANY),
    TableAct.APOLOGISE: _row("calendar-x", who=on_roll, states=_ANY, needs_table=False),
    TableAct.START_ITEM: _row("play", needs_no_item, needs_no_vote),
    TableAct.END_ITEM: _row(
        "check",
        needs_item,
        needs_no_vote,
        needs_no_speech,
        needs_announced,
        needs_no_motion,
        needs_no_open_result,
    ),
    TableAct.POSTPONE_ITEM: _row("calendar-clock", needs_no_vote, needs_announced),
    TableAct.ADD_ITEM: _row("plus", states=_ANY),
    TableAct.NOTE_ITEM: _row("pencil", needs_item, states=MEETING_RUNNING),
    TableAct.FIND: _row(
        "clipboard-list",
        needs_item,
        needs_matter,
        needs_open_matter,
        needs_public_matter,
        states=MEETING_RUNNING,
    ),
    TableAct.RECUSE: _row("user-x", needs_item, needs_no_vote, who=member, needs_table=False),
    TableAct.ASK_FLOOR: _row("hand", needs_item, who=on_roll, needs_table=False),
    TableAct.WITHDRAW_FLOOR: _row("undo-2", needs_item, who=on_roll, needs_table=False),
    TableAct.GIVE_FLOOR: _row("mic", needs_item, needs_no_speech, needs_waiting),
    TableAct.PAUSE_SPEECH: _row("pause", needs_speech, needs_running_clock),
    TableAct.RESUME_SPEECH: _row("play", needs_speech, needs_stopped_clock),
    TableAct.EXTEND_SPEECH: _row("plus", needs_speech),
    TableAct.END_SPEECH: _row("check", needs_speech),
    TableAct.PUT_BACK: _row("undo-2", needs_item, needs_no_speech),
    TableAct.NOTE_SPEECH: _row("pencil", needs_item, states=MEETING_RUNNING),
    TableAct.MOVE: _row(
        "file-pen",
        *_MOVING,
        needs_open_matter,
        needs_public_item,
        who=member,
        needs_table=False,
    ),
    TableAct.AMEND: _row(
        "pencil-line",
        *_MOVING,
        needs_motion,
        needs_open_matter,
        needs_public_item,
        who=member,
        needs_table=False,
    ),
    TableAct.SECOND_MOTION: _row("hand", needs_item, who=member, needs_table=False),
    TableAct.WITHDRAW_MOTION: _row(
        "circle-x", needs_item, needs_no_vote, needs_announced, who=member, needs_table=False
    ),
    TableAct.REFER_MOTION: _row(
        "forward", needs_item, needs_no_vote, needs_announced, needs_motion
    ),
    TableAct.OPEN_VOTE: _row(
        "vote",
        *_MOVING,
        needs_something_to_vote_on,
        needs_open_matter,
        needs_public_item,
        needs_quorum,
        needs_impartial_chair,
    ),
    TableAct.CAST_NAMED: _row("vote", needs_named_vote, who=member, needs_table=False),
    TableAct.COUNT_HANDS: _row("check", needs_hands),
    TableAct.CLOSE_VOTE: _row("archive", needs_closable_vote),
    TableAct.ANNOUNCE: _row("megaphone", needs_counted_vote),
    TableAct.VOID_VOTE: _row("circle-x", needs_running_vote, states=MEETING_RUNNING),
    TableAct.ADOPT: _row(
        "gavel", *_MOVING, needs_no_motion, needs_open_matter, needs_public_matter
    ),
    TableAct.ASK_PLEDGE: _row("handshake", needs_decision, needs_open_matter),
    TableAct.UNDO: _row("undo-2", needs_slip, states=_ANY),
}


def may(act: TableAct, facts: TableFacts) -> bool:
    return TABLE_ACTS[act].who(facts)


def state_allows(act: TableAct, facts: TableFacts) -> bool:
    return facts.state in TABLE_ACTS[act].states


def why_not(act: TableAct, facts: TableFacts) -> str | Promise | None:
    """What must come first, as a sentence; None where it can be done now."""
    return TABLE_ACTS[act].why_not(facts)


def offered(act: TableAct, facts: TableFacts) -> bool:
    return may(act, facts) and state_allows(act, facts)


# The one act that comes next, in the order in which it is looked for.
NEXT: tuple[TableAct, ...] = (
    TableAct.OPEN,
    TableAct.RESUME,
    TableAct.ANNOUNCE,
    TableAct.CLOSE_VOTE,
    TableAct.COUNT_HANDS,
    TableAct.ADOPT,
    TableAct.END_SPEECH,
    TableAct.GIVE_FLOOR,
    TableAct.OPEN_VOTE,
    TableAct.END_ITEM,
    TableAct.START_ITEM,
    TableAct.CLOSE,
)


def next_act(facts: TableFacts) -> TableAct | None:
    """开会 → 开始这一项 → 请发言 → 请大家表决 → 收票 → 宣布 → 记下决定 → 下一项 → 散会."""
    if facts.item_on and facts.item_decided and not facts.speech_on:
        return TableAct.END_ITEM
    for act in NEXT:
        if _comes_to_mind(act, facts) and offered(act, facts) and why_not(act, facts) is None:
            return act
    return None


def stalled_act(facts: TableFacts) -> TableAct | None:
    """What would come next and can't yet: it is shown grey, with why."""
    waits = facts.motions > 0 and not facts.vote_runs and next_act(facts) is None
    return TableAct.OPEN_VOTE if waits and offered(TableAct.OPEN_VOTE, facts) else None


def _comes_to_mind(act: TableAct, facts: TableFacts) -> bool:
    """A decision follows a result, a vote a motion that was not voted on yet."""
    if act == TableAct.ADOPT:
        return facts.vote == VoteState.ANNOUNCED
    if act == TableAct.OPEN_VOTE:
        return facts.motions > 0
    return act != TableAct.START_ITEM or facts.items_waiting > 0
