"""Motions and the votes on them, as minutes are drafted from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from council.enums.motions import MotionState
from council.enums.votes import VOTE_WITH_NUMBERS, Choice, Majority, VoteBase, VoteState
from council.minutes.log import MotionLog, VoteLog
from council.minutes.names import held
from council.models import Motion, NamedBallot, Vote
from council.order.majority import MajorityRule
from council.queries.minutes_people import MinutesPeople
from council.queries.state import SittingState

# By the key of their item.
Motions = Mapping[int, Sequence[MotionLog]]
# Shown where no vote says what became of the motion.
WITHOUT_VOTE = frozenset({MotionState.WITHDRAWN, MotionState.REFERRED})


def motions_of(state: SittingState, people: MinutesPeople) -> Motions:
    """Ballots that were sealed are never looked at."""
    votes = _votes(state, people)
    found: dict[int, list[MotionLog]] = defaultdict(list)
    for row in state.motions:
        found[row.item_id].append(_motion(row, votes.get(row.pk, ()), people))
    return found


def _motion(row: Motion, votes: Sequence[VoteLog], people: MinutesPeople) -> MotionLog:
    state = MotionState(row.state)
    return MotionLog(
        key=str(row.pk),
        at=row.at,
        text=held(row.text, people.numbers),
        amends=str(row.amends_id or ""),
        first_text=held(row.first_text, people.numbers),
        moved_by=people.mark_of_roll(row.moved_by_id) if row.moved_by_id else "",
        seconded_by=people.mark_of_roll(row.seconded_by_id) if row.seconded_by_id else "",
        state=str(state.label) if state in WITHOUT_VOTE or not votes else "",
        votes=votes,
    )


def _votes(state: SittingState, people: MinutesPeople) -> dict[int, list[VoteLog]]:
    named = state.rows.ballots
    found: dict[int, list[VoteLog]] = defaultdict(list)
    for row in sorted(state.votes, key=lambda vote: vote.round):
        found[row.motion_id].append(_vote(row, named.get(row.pk, ()), people))
    return found


def _vote(row: Vote, ballots: Sequence[NamedBallot], people: MinutesPeople) -> VoteLog:
    counted = VoteState(row.state) in VOTE_WITH_NUMBERS
    tellers = [key for key in (row.teller_one_id, row.teller_two_id) if key is not None]
    return VoteLog(
        round=row.round,
        opened_at=row.opened_at,
        way=str(row.get_way_display()),
        rule=_rule(row),
        eligible=row.eligible,
        voided_because=held(row.voided_because, people.numbers),
        yes=row.yes if counted else None,
        no=row.no,
        abstain=row.abstain,
        invalid=row.invalid,
        needed=_needed(row),
        adopted=row.adopted,
        quorate=row.quorate,
        papers=row.papers or 0,  # type: ignore[attr-defined]
        tellers=[people.mark_of_roll(key) for key in tellers],
        named=_named(ballots, people) if counted else {},
    )


def _rule(row: Vote) -> str:
    abstentions = _("abstentions count") if row.abstentions_count else _("abstentions do not count")
    return _("{majority} {base}, {abstentions}").format(
        majority=row.get_majority_display(),
        base=row.get_base_display(),
        abstentions=abstentions,
    )


def _needed(row: Vote) -> int | None:
    if row.base_number is None:
        return None
    rule = MajorityRule(Majority(row.majority), VoteBase(row.base), row.abstentions_count)
    return rule.needed(row.base_number)


def _named(ballots: Sequence[NamedBallot], people: MinutesPeople) -> dict[str, list[str]]:
    return {
        str(choice.label): [
            people.mark_of_roll(ballot.roll_id) for ballot in ballots if ballot.choice == choice
        ]
        for choice in Choice
    }
