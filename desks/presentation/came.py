"""Why a case came here: who sent it, why, and what was tried before."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clocks.words import when_words
from issues.enums.turns import TurnCause, TurnRole
from issues.models import Assignment
from issues.presentation.causes import why_left
from issues.presentation.people import current_lead
from issues.queries.desk_case import CasePage

QUIET = frozenset({TurnCause.RAISED})


def came_of(case: CasePage) -> dict[str, Any] | None:
    """For the desk's middle; None if the case was raised here."""
    lead = current_lead(case.turns)
    if lead is None or lead.cause in QUIET:
        return None
    before = [t for t in case.turns if t.role == TurnRole.LEAD and t.turn < lead.turn]
    reasons = [turn for turn in (*before, lead) if turn.reason or turn.tried]
    joints = [t for t in case.turns if t.role == TurnRole.JOINT and t.left_at is None and t.reason]
    return {
        "sentence": why_left(lead.cause, lead.missed_kind),
        "when": when_words(lead.started_at, case.now),
        "from": before[-1].body.display_name if before else "",
        "said": [
            {
                "who": _from(turn, before),
                "reason": turn.reason,
                "tried": _in_one_line(turn.tried),
            }
            for turn in reversed(reasons)
        ],
        "parts": [
            _("{body}: {part}").format(body=turn.body.display_name, part=turn.reason)
            for turn in joints
        ],
    }


def _in_one_line(tried: str) -> str:
    return pgettext("between things tried", "; ").join(tried.split("\n"))


def _from(turn: Assignment, before: list[Assignment]) -> str:
    """The name of the body that sent it on and gave the reason."""
    sender = next((one for one in before if one.turn == turn.turn - 1), None)
    return sender.body.call_name if sender is not None else ""
