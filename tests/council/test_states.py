"""The way to a seat: every act in every state, and every move of the table."""

from itertools import pairwise

from council.acts.candidacies import CANDIDACY_ACTS
from council.enums.members import (
    CANDIDACY_ENDED,
    CANDIDACY_RUNNING,
    CANDIDACY_TRANSITIONS,
    CandidacyAct,
    CandidacyState,
)
from council.presentation.candidacy import SENTENCES, WAY
from council.presentation.kinds import KINDS

# R recommended, S seconded, C checked, P posted, F confirmed
STATES = {
    "R": CandidacyState.RECOMMENDED,
    "S": CandidacyState.SECONDED,
    "C": CandidacyState.CHECKED,
    "P": CandidacyState.POSTED,
    "F": CandidacyState.CONFIRMED,
}
TABLE = {
    CandidacyAct.CONSENT: "RSC",
    CandidacyAct.NOTE_CONSENT: "RSC",
    CandidacyAct.SECOND: "RS",
    CandidacyAct.CHECK: "S",
    CandidacyAct.POST: "C",
    CandidacyAct.OBJECT: "P",
    CandidacyAct.ANSWER_OBJECTION: "P",
    CandidacyAct.CONFIRM: "P",
    CandidacyAct.APPOINT: "F",
    CandidacyAct.REFUSE: "RSCPF",
    CandidacyAct.WITHDRAW: "RSCPF",
}


def test_each_act_has_its_states() -> None:
    assert {act: row.states for act, row in CANDIDACY_ACTS.items()} == {
        act: frozenset(STATES[letter] for letter in letters) for act, letters in TABLE.items()
    }
    assert set(CANDIDACY_ACTS) == set(CandidacyAct) - {CandidacyAct.RECOMMEND}


def test_the_way_goes_forward_a_step_at_a_time_and_may_end_at_any_step() -> None:
    for state, following in pairwise(WAY):
        ends = {CandidacyState.REFUSED, CandidacyState.WITHDRAWN}
        assert CANDIDACY_TRANSITIONS[state] == {following} | ends
    assert all(not CANDIDACY_TRANSITIONS[state] for state in CANDIDACY_ENDED)
    assert set(CANDIDACY_TRANSITIONS) == set(CandidacyState) == CANDIDACY_ENDED | CANDIDACY_RUNNING


def test_every_state_has_a_sentence_and_every_kind_of_entry_too() -> None:
    said = {*SENTENCES, CandidacyState.RECOMMENDED, CandidacyState.SECONDED, CandidacyState.POSTED}
    assert said == set(CandidacyState)
    assert {"recommended", "posted", "appointed", "resigned"} <= set(KINDS)
