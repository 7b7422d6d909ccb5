"""What more than one screen of a sitting shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from accounts.words import shortened
from council.acts.needs import quorum_words
from council.enums.members import SeatKind
from council.enums.votes import Choice, Majority, VoteState, VoteWay
from council.facts.table import TableFacts
from council.models import Speech, Vote
from council.order.majority import MajorityRule
from council.presentation.agenda import words_of
from council.presentation.screens.counting import steppers_of
from council.queries.state import SittingState

# So many who have not voted are named; 300 would fill the screen, and each frame.
NAMED = 20
# Letters of what is voted on that stand before its fold.
SHORT = 80


def clock_of(speech: Speech | None) -> dict[str, Any] | None:
    """What every screen counts from by itself: milliseconds since 1970, and seconds."""
    if speech is None or speech.began_at is None:
        return None
    return {
        "began": _milliseconds(speech.began_at),
        "held": _milliseconds(speech.paused_at) if speech.paused_at else "",
        "paused": speech.paused_seconds,
        "allowed": speech.allowed,
    }


def _milliseconds(moment: Any) -> int:
    return int(moment.timestamp() * 1000)


def quorum_of_state(state: SittingState, facts: TableFacts) -> dict[str, Any]:
    quorum = state.quorum
    by_kind: dict[str, int] = {}
    for line in state.members:
        by_kind[line.roll.kind] = by_kind.get(line.roll.kind, 0) + line.is_present
    return {
        "present": quorum.present,
        "members": quorum.members,
        "needed": quorum.needed,
        "is_there": quorum.is_there,
        "why": "" if quorum.is_there else quorum_words(facts),
        # Of a ring whose way round is 100.
        "part": round(100 * quorum.present / quorum.members) if quorum.members else 0,
        "kinds": [
            {"label": SeatKind(kind).label, "number": number} for kind, number in by_kind.items()
        ],
    }


def rule_words(vote: Vote) -> str:
    """As it is shown before anybody votes, and in the minutes."""
    parts = [
        _("more than half") if vote.majority == Majority.HALF else _("two thirds"),
        str(vote.get_base_display()),
        _("abstentions count in the base")
        if vote.abstentions_count
        else _("abstentions leave the base"),
    ]
    return " · ".join(parts)


def needed_now(vote: Vote) -> int:
    """How many votes are enough if nobody stays away, abstains or spoils theirs."""
    rule = MajorityRule(vote.majority, vote.base, vote.abstentions_count)  # type: ignore[arg-type]
    base = vote.members if vote.base == "members" else vote.eligible
    return rule.needed(base)


def vote_of(state: SittingState) -> dict[str, Any] | None:
    """The vote that is shown, without anything that is not to be known yet."""
    vote = state.vote_shown
    if vote is None:
        return None
    text = words_of(state.item_of(vote.motion), vote.motion.text)
    counted = vote.state in {VoteState.COUNTED, VoteState.ANNOUNCED}
    missing = [voter for voter in state.voters if not voter.has_voted]
    return {
        "uid": vote.uid,
        "row": vote,
        "text": text,
        # On a phone the choices stand below it, and in sight.
        "short": shortened(text, SHORT) if len(text) > SHORT else "",
        "is_amendment": vote.motion.amends_id is not None,
        "way": vote.get_way_display(),
        "is_named": vote.way == VoteWay.NAMED,
        "is_secret": vote.way == VoteWay.SECRET,
        "is_paper": vote.way == VoteWay.PAPER,
        "by_count": vote.way in {VoteWay.HANDS, VoteWay.PAPER},
        "is_open": vote.state == VoteState.OPEN,
        "waits_for_keys": vote.state == VoteState.KEYS,
        "is_closed": vote.state == VoteState.CLOSED,
        "is_running": state.vote_running is not None,
        "is_counted": counted,
        "is_announced": vote.state == VoteState.ANNOUNCED,
        "rule": rule_words(vote),
        "needed": needed_now(vote),
        "eligible": vote.eligible,
        "cast": len(state.voters) - len(missing),
        "missing": _(", ").join(state.lines[voter.roll_id].name for voter in missing[:NAMED]),
        "missing_more": max(0, len(missing) - NAMED),
        "counts": steppers_of(on_paper=vote.way == VoteWay.PAPER),
        "choices": [(choice.value, choice.label) for choice in Choice],
        "tally": tally_of(vote) if counted else None,
    }


def tally_of(vote: Vote) -> dict[str, Any]:
    cast = (vote.yes or 0) + (vote.no or 0) + (vote.abstain or 0) + (vote.invalid or 0)
    rule = MajorityRule(vote.majority, vote.base, vote.abstentions_count)  # type: ignore[arg-type]
    return {
        "yes": vote.yes,
        "no": vote.no,
        "abstain": vote.abstain,
        "invalid": vote.invalid,
        "cast": cast,
        "base": vote.base_number,
        "needed": rule.needed(vote.base_number or 0),
        "adopted": vote.adopted,
        "quorate": vote.quorate,
    }
