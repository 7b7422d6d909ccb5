"""A sitting before one person: the plain facts that every command is decided on."""

from __future__ import annotations

from council.enums.meetings import Manner
from council.enums.motions import MOTION_VOTED, MotionState
from council.enums.votes import VoteState, VoteWay
from council.facts.table import TableFacts
from council.queries.agenda import has_ended, is_past_deciding, is_shown
from council.queries.meetings import facts_of_meeting
from council.queries.roll import RollLine
from council.queries.state import SittingState
from issues.enums.matter import MatterClass


def table_facts(state: SittingState, *, user_id: int | None, device: str) -> TableFacts:
    meeting, item, vote = state.meeting, state.item_on, state.vote_running or state.vote_shown
    line = state.line_of(user_id)
    lease = getattr(meeting, "lease", None)
    mine = next(
        (
            row
            for row in state.roll_facts(item.pk if item else None)
            if line and row.roll_id == line.key
        ),
        None,
    )
    decisive = state.decisive_vote(item)
    decided = item is not None and hasattr(item, "resolution")
    return TableFacts(
        meeting=facts_of_meeting(meeting, now=state.now),
        manner=Manner(meeting.manner),
        quorum=state.quorum,
        user_id=user_id,
        chair_now_id=meeting.chair_now_id,
        on_roll=mine,
        holds_table=lease is None or lease.device == device,
        items_waiting=len(state.items_waiting),
        item_on=item is not None,
        item_decided=decided,
        item_is_major=bool(item and item.issue and item.issue.matter_class == MatterClass.MAJOR),
        item_has_matter=bool(item and item.issue and not meeting.rehearsal),
        item_hidden=item is not None and not is_shown(item),
        item_ended=item is not None and has_ended(item),
        item_past_deciding=item is not None and is_past_deciding(item),
        speech_on=state.speech_on is not None,
        speech_paused=bool(state.speech_on and state.speech_on.paused_at),
        waiting=len(state.waiting),
        motions=sum(motion.state == MotionState.OPEN for motion in state.running_motions),
        amendments=sum(motion.amends_id is not None for motion in state.running_motions),
        voted_motions=sum(
            motion.amends_id is None and motion.state in MOTION_VOTED
            for motion in state.item_motions
        ),
        item_adopted=decisive is not None and bool(decisive.adopted),
        chair_is_touched=_chair_is_touched(state),
        vote=VoteState(vote.state) if vote else None,
        vote_way=VoteWay(vote.way) if vote else None,
        viewer_votes=_votes_in_what_runs(state, line),
        can_undo=state.slip is not None,
    )


def _votes_in_what_runs(state: SittingState, line: RollLine | None) -> bool:
    return line is not None and state.vote_running is not None and line.key in state.voting


def _chair_is_touched(state: SittingState) -> bool:
    item, chair = state.item_on, state.meeting.chair_now_id
    if item is None or chair is None:
        return False
    line = state.line_of(chair)
    recused = line is not None and item.pk in line.recused_from
    return recused or (item.issue is not None and item.issue.reporter_id == chair)
