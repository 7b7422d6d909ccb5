"""Ballots on paper beside a secret vote, as chair and recorder give them out and enter them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from council.acts.needs import needs_more_paper
from council.addresses import address_of_table
from council.enums.votes import VoteState
from council.models import Roll, Vote
from council.presentation.agenda import words_of
from council.presentation.screens.counting import steppers_of
from council.queries.secret import on_the_roll
from council.queries.voters import voters_of


def paper_context(vote: Vote, *, typed: Mapping[str, str], refused: str) -> dict[str, Any]:
    """`typed` is what was refused: it stays in its fields."""
    voters = voters_of(vote)
    rows = Roll.objects.select_related("person").in_bulk([voter.roll_id for voter in voters])
    papers = sum(voter.on_paper for voter in voters)
    return {
        "vote": vote,
        "words": words_of(vote.motion.item, vote.motion.text),
        "meeting": vote.meeting,
        "back": address_of_table(vote.meeting),
        "papers": papers,
        "is_open": vote.state == VoteState.OPEN,
        "counts": vote.waits_for_paper,
        "took": [rows[voter.roll_id] for voter in voters if voter.on_paper],
        "may_take": [rows[voter.roll_id] for voter in voters if not voter.has_voted],
        "few": needs_more_paper(papers),
        "there": on_the_roll(vote) if vote.waits_for_paper else [],
        "teller_one": typed.get("teller_one") or _uid(vote.teller_one),
        "teller_two": typed.get("teller_two") or _uid(vote.teller_two),
        "steppers": [
            (stepper, typed.get(stepper.name, "0")) for stepper in steppers_of(on_paper=True)
        ],
        "refused": refused,
    }


def _uid(roll: Roll | None) -> str:
    return str(roll.uid) if roll else ""
