"""A sitting before it runs: every act in every state, and every role before every act."""

from __future__ import annotations

from datetime import datetime

import pytest

from clocks.hours import SHANGHAI
from council.acts.meetings import MEETING_ACTS
from council.enums.meetings import MEETING_TRANSITIONS, MeetingKind, MeetingState
from council.enums.planning import MeetingAct
from council.facts.councils import CouncilFacts
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.forms.sittings import MEETING_FORMS
from council.presentation.kinds import KINDS
from council.presentation.sittings import STATES
from council.rules.meetings import sees_meeting
from grids.enums import Role
from grids.standing import Post, Standing

S, A = MeetingState, MeetingAct
# D draft, C called, O open, P paused, H closed, M minuted, S signed, U published, X cancelled
LETTERS = dict(zip("DCOPHMSUX", S, strict=True))
TABLE = {
    A.CALL: "D",
    A.PUT_ON: "DC",
    A.ORDER_AGENDA: "DC",
    A.INVITE: "DC",
    A.CHANGE: "DC",
    A.RECALL: "C",
    A.NEXT: "OPHMS",
    A.CANCEL: "DCOP",
    A.ACCEPT_PROPOSAL: "DC",
    A.PUT_OFF_PROPOSAL: "DC",
    A.POSTPONE: "DC",
    A.TAKE_OFF: "DC",
    A.OPINION: "COPHMSU",
    A.REHEARSE: "DC",
}
COUNCIL = CouncilFacts(council_id=1, path="/1/2/3/4/", community_path="/1/2/3/", active=True)


def test_each_act_has_its_states() -> None:
    assert {act: row.states for act, row in MEETING_ACTS.items()} == {
        act: frozenset(LETTERS[letter] for letter in letters) for act, letters in TABLE.items()
    }
    assert set(MEETING_ACTS) == set(A) - {A.CONVENE, A.RECORD_TALK}


def test_what_moves_a_sitting_is_a_way_of_the_table() -> None:
    for act, to in ((A.CALL, S.CALLED), (A.RECALL, S.DRAFT), (A.CANCEL, S.CANCELLED)):
        assert all(to in MEETING_TRANSITIONS[S(state)] for state in MEETING_ACTS[act].states)


def test_every_act_has_its_form_and_every_state_its_words() -> None:
    assert set(MEETING_FORMS) == set(A)
    assert set(STATES) == set(S) - {S.CALLED}
    assert {"sitting_called", "sitting_moved", "item_put_on", "talk_written"} <= set(KINDS)


def facts(state: MeetingState = S.CALLED, **more: object) -> MeetingFacts:
    given: dict[str, object] = {
        "council": COUNCIL,
        "kind": MeetingKind.PLANNED,
        "state": state,
        "chair_id": 11,
        "recorder_id": 12,
        "convened_by_id": 13,
        "paths": (COUNCIL.path,),
        "starts_at": datetime(2026, 11, 19, 15, tzinfo=SHANGHAI),
        "now": datetime(2026, 11, 16, 9, tzinfo=SHANGHAI),
        **more,
    }
    return MeetingFacts(**given)  # type: ignore[arg-type]


def viewer(
    user_id: int | None = 99, role: Role | None = None, path: str = "", **more: object
) -> Viewer:
    posts = (Post(role, 4, "grid", path),) if role else ()
    return Viewer(standing=Standing(user_id=user_id, posts=posts), **more)  # type: ignore[arg-type]


HERE, ABOVE, ELSEWHERE = "/1/2/3/4/", "/1/2/3/", "/1/2/3/5/"
WHO = {
    "a visitor": viewer(None),
    "a stranger": viewer(),
    "a neighbour": viewer(home_path=HERE),
    "a member": viewer(councils=frozenset({1})),
    "the chair": viewer(11),
    "the recorder": viewer(12),
    "the grid's worker": viewer(role=Role.GRID_WORKER, path=HERE),
    "the grid's head": viewer(role=Role.GRID_HEAD, path=HERE),
    "the head of another grid": viewer(role=Role.GRID_HEAD, path=ELSEWHERE),
    "the community's staff": viewer(role=Role.STAFF, path=ABOVE),
    "the street's dispatcher": viewer(role=Role.DISPATCHER, path="/1/2/"),
    "a supervisor": viewer(role=Role.SUPERVISOR, path="/1/2/"),
}
CONVENERS = {"the grid's head", "the community's staff", "the street's dispatcher"}
PREPARE = CONVENERS | {"the chair", "the recorder"}
CALL = CONVENERS | {"the chair"}
SAY = {"a neighbour", "a member", "the grid's worker", "the grid's head", "the community's staff"}


@pytest.mark.parametrize("act", MEETING_ACTS)
def test_only_these_may(act: MeetingAct) -> None:
    calling = act in {A.CALL, A.RECALL, A.CANCEL}
    wanted = SAY if act == A.OPINION else CALL if calling else PREPARE
    assert {name for name, one in WHO.items() if MEETING_ACTS[act].who(one, facts())} == wanted


def test_the_next_one_is_booked_at_the_table_and_afterwards_by_who_convenes_too() -> None:
    def who(state: MeetingState, **more: object) -> set[str]:
        asked = facts(state, **more)
        return {name for name, one in WHO.items() if MEETING_ACTS[A.NEXT].who(one, asked)}

    assert who(S.OPEN) == {"the chair", "the recorder"}
    assert who(S.CLOSED) == PREPARE
    assert who(S.CLOSED, kind=MeetingKind.INSTANT) == CONVENERS


def test_whoever_was_asked_to_come_says_an_opinion() -> None:
    assert MEETING_ACTS[A.OPINION].who(WHO["a stranger"], facts(on_roll=True))
    assert not MEETING_ACTS[A.OPINION].who(WHO["a visitor"], facts(on_roll=True))


@pytest.mark.parametrize("state", S)
def test_everybody_sees_a_sitting_but_a_draft_that_was_never_called(state: MeetingState) -> None:
    never = state in {S.DRAFT, S.CANCELLED}
    assert sees_meeting(WHO["a visitor"], facts(state)) == (not never)
    assert sees_meeting(WHO["a visitor"], facts(state, was_called=True))
    assert sees_meeting(WHO["the recorder"], facts(state))
