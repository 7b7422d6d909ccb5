"""What a body tried in its turn at a matter, for whoever sends it on."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.words import cut
from issues.models import Assignment
from issues.queries.said import said_about

LONGEST = 120
MOST = 3
TRIES = ("response", "finding", "talk")


@dataclass(frozen=True, slots=True)
class Tried:
    answers: int = 0
    findings: int = 0
    talks: int = 0
    agreed: tuple[str, ...] = ()


def tried_here(turn: Assignment) -> Tried:
    """How often the body tried what, and what was agreed last; without names of people.

    What was tried before this turn is handed on anyway.
    """
    own = [
        one
        for one in said_about(turn.issue_id, kinds=TRIES)
        if one.turn_id == turn.pk or one.body_id == turn.body_id
    ]
    kinds = [one.kind for one in own]
    newest = [cut(one.agreed, LONGEST) for one in reversed(own) if one.agreed]
    return Tried(
        answers=kinds.count("response"),
        findings=kinds.count("finding"),
        talks=kinds.count("talk"),
        agreed=tuple(newest[:MOST]),
    )
