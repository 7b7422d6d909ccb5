"""Which of a sitting's acts is whose, and in which of its states: every one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from council.acts.table import (
    TABLE_ACTS,
    may,
    next_act,
    offered,
    stalled_act,
    state_allows,
    why_not,
)
from council.enums.meetings import Manner, MeetingKind, MeetingState
from council.enums.table import UNDOABLE, TableAct
from council.enums.votes import VoteState, VoteWay
from council.facts.councils import CouncilFacts
from council.facts.meetings import MeetingFacts
from council.facts.table import TableFacts
from council.forms.table import COMMANDS
from council.order.quorum import Quorum
from council.order.who_votes import RollFacts

A = TableAct
NOW = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
CHAIR, RECORDER, MEMBER, RESIDENT, STRANGER, STAFF = range(1, 7)
LINES = {
    MEMBER: RollFacts(1, True, True, False),
    RESIDENT: RollFacts(2, False, True, False),
}
# Whose an act is, beside chair and recorder.
ALSO_MEMBERS = {A.RECUSE, A.MOVE, A.AMEND, A.SECOND_MOTION, A.WITHDRAW_MOTION, A.CAST_NAMED}
ALSO_GUESTS = {A.LEAVE, A.APOLOGISE, A.ASK_FLOOR, A.WITHDRAW_FLOOR}
ALSO_WHOEVER_IS_SIGNED_IN = {A.JOIN}
# In which states, where it is not only while the sitting goes on.
BEFORE = {MeetingState.DRAFT, MeetingState.CALLED}
RUNNING = {MeetingState.OPEN, MeetingState.PAUSED}
STATES: dict[TableAct, set[MeetingState]] = {
    A.OPEN: BEFORE,
    A.RESUME: {MeetingState.PAUSED},
    A.CLOSE: RUNNING,
    A.NOTE_ITEM: RUNNING,
    A.FIND: RUNNING,
    A.NOTE_SPEECH: RUNNING,
    A.VOID_VOTE: RUNNING,
    **dict.fromkeys(
        (A.TAKE_TABLE, A.JOIN, A.ARRIVE, A.LEAVE, A.WALK_IN, A.APOLOGISE, A.ADD_ITEM, A.UNDO),
        BEFORE | RUNNING,
    ),
}


def facts(
    user_id: int | None = CHAIR, state: MeetingState = MeetingState.OPEN, **more: object
) -> TableFacts:
    meeting = MeetingFacts(
        council=CouncilFacts(council_id=1, path="1.1.", community_path="1.", active=True),
        kind=MeetingKind.PLANNED,
        state=state,
        chair_id=CHAIR,
        recorder_id=RECORDER,
        convened_by_id=STAFF,
        paths=("1.1.",),
        starts_at=NOW,
        now=NOW,
    )
    found = TableFacts(
        meeting=meeting,
        manner=Manner.FAMILY,
        quorum=Quorum(present=5, members=5, needed=4),
        user_id=user_id,
        chair_now_id=CHAIR,
        on_roll=LINES.get(user_id or 0),
    )
    return replace(found, **more)  # type: ignore[arg-type]


def belongs_to(act: TableAct, who: int | None) -> bool:
    if who in {CHAIR, RECORDER}:
        return True
    if act in ALSO_WHOEVER_IS_SIGNED_IN:
        return who is not None
    return (act in ALSO_MEMBERS | ALSO_GUESTS and who == MEMBER) or (
        act in ALSO_GUESTS and who == RESIDENT
    )


@pytest.mark.parametrize("act", TableAct)
def test_whose_it_is(act: TableAct) -> None:
    for who, state in product((*range(1, 7), None), MeetingState):
        assert may(act, facts(who, state)) is belongs_to(act, who), (who, state)


@pytest.mark.parametrize("act", TableAct)
def test_in_which_states_it_is_done(act: TableAct) -> None:
    allowed = STATES.get(act, {MeetingState.OPEN})
    for who, state in product((*range(1, 7), None), MeetingState):
        assert state_allows(act, facts(who, state)) is (state in allowed), state
        assert offered(act, facts(who, state)) is (state in allowed and belongs_to(act, who))


def test_every_act_has_a_row_and_a_form() -> None:
    assert set(TABLE_ACTS) == set(COMMANDS) == set(TableAct)


def test_what_decides_is_never_undone() -> None:
    decides = {A.OPEN_VOTE, A.CAST_NAMED, A.COUNT_HANDS, A.CLOSE_VOTE, A.ANNOUNCE, A.VOID_VOTE}
    assert not UNDOABLE & (decides | {A.ADOPT, A.ASK_PLEDGE, A.MOVE, A.OPEN, A.CLOSE, A.UNDO})


def test_only_what_one_does_for_oneself_is_sent_from_another_device() -> None:
    free = {act for act, row in TABLE_ACTS.items() if not row.needs_table}
    own = ALSO_MEMBERS | ALSO_GUESTS | ALSO_WHOEVER_IS_SIGNED_IN
    assert free == own | {A.TAKE_TABLE}


@pytest.mark.parametrize(
    ("sentence", "more", "act"),
    [
        ("first an item is begun", {"items_waiting": 2}, A.START_ITEM),
        ("with nothing left it is closed", {}, A.CLOSE),
        ("a motion is voted on", {"item_on": True, "motions": 1}, A.OPEN_VOTE),
        ("an item without one ends", {"item_on": True}, A.END_ITEM),
        ("hands are counted",
         {"item_on": True, "motions": 1, "vote": VoteState.OPEN, "vote_way": VoteWay.HANDS},
         A.COUNT_HANDS),
        ("a vote by name is closed",
         {"item_on": True, "motions": 1, "vote": VoteState.OPEN, "vote_way": VoteWay.NAMED},
         A.CLOSE_VOTE),
        ("a result is told", {"item_on": True, "motions": 1, "vote": VoteState.COUNTED},
         A.ANNOUNCE),
        ("after an amendment its motion is voted on",
         {"item_on": True, "motions": 1, "vote": VoteState.ANNOUNCED}, A.OPEN_VOTE),
        ("after the motion the decision is written down",
         {"item_on": True, "voted_motions": 1, "vote": VoteState.ANNOUNCED}, A.ADOPT),
        ("what is decided ends", {"item_on": True, "item_decided": True, "voted_motions": 1},
         A.END_ITEM),
        ("who speaks has finished some time",
         {"item_on": True, "speech_on": True, "motions": 1}, A.END_SPEECH),
        ("who speaks on after the decision has finished some time too",
         {"item_on": True, "speech_on": True, "item_decided": True}, A.END_SPEECH),
        ("whoever waits is heard before the vote",
         {"item_on": True, "motions": 1, "waiting": 2}, A.GIVE_FLOOR),
        ("a result is told before the next one speaks",
         {"item_on": True, "motions": 1, "waiting": 2, "vote": VoteState.COUNTED}, A.ANNOUNCE),
        ("without a quorum no vote is pressed",
         {"item_on": True, "motions": 1, "quorum": Quorum(3, 5, 4)}, None),
    ],
)  # fmt: skip
def test_the_one_next_act(sentence: str, more: dict[str, object], act: TableAct | None) -> None:
    found = next_act(facts(**more))  # type: ignore[arg-type]
    assert found == act, sentence


def test_what_can_not_come_yet_is_shown_with_why() -> None:
    put = facts(item_on=True, motions=1, quorum=Quorum(3, 5, 4))
    assert next_act(put) is None
    assert stalled_act(put) == A.OPEN_VOTE
    assert why_not(A.OPEN_VOTE, put)
    assert stalled_act(facts(item_on=True, motions=1)) is None, "it can come"
    waits_for_keys = replace(put, vote=VoteState.KEYS, vote_way=VoteWay.SECRET)
    assert stalled_act(waits_for_keys) is None
    assert stalled_act(replace(put, user_id=6)) is None, "only who runs the table is shown it"


@pytest.mark.parametrize(
    ("act", "more", "why"),
    [
        (A.OPEN_VOTE, {"item_on": True, "motions": 1, "quorum": Quorum(3, 5, 4)}, "1 more"),
        (A.OPEN_VOTE, {"item_on": True, "motions": 1, "quorum": Quorum(4, 5, 4, ("firm",))},
         "each kind"),
        (A.OPEN_VOTE, {"item_on": True, "motions": 1, "quorum": Quorum(0, 0, 0)}, "no members"),
        (A.OPEN_VOTE, {"item_on": True}, "Write down first what is put"),
        (A.OPEN_VOTE, {}, "Begin an item"),
        (A.START_ITEM, {"item_on": True}, "End the item"),
        (A.GIVE_FLOOR, {"item_on": True}, "Nobody waits"),
        (A.UNDO, {}, "nothing to undo"),
        (A.ASK_PLEDGE, {"item_on": True}, "Write down first what was decided"),
        (A.CAST_NAMED, {"user_id": MEMBER, "vote": VoteState.OPEN, "vote_way": VoteWay.NAMED},
         "came after this vote"),
    ],
)  # fmt: skip
def test_it_says_what_must_come_first(act: TableAct, more: dict[str, object], why: str) -> None:
    assert why in str(why_not(act, facts(**more)))  # type: ignore[arg-type]
