"""Who may vote in a vote, and whether they did."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from council.models import NamedBallot, Turnout, Vote, Voter


@dataclass(frozen=True, slots=True)
class VoterLine:
    """Who may vote, and whether they did; what they said only of a vote by name."""

    roll_id: int
    has_voted: bool
    choice: str
    at_table: bool


def voters_of(vote: Vote) -> list[VoterLine]:
    """In the order of the roll, never in that of voting."""
    named = NamedBallot.objects.filter(vote=vote, roll=OuterRef("roll"))
    cast = Turnout.objects.filter(vote=vote, roll=OuterRef("roll"))
    rows = (
        Voter.objects.filter(vote=vote)
        .annotate(
            choice=Subquery(named.values("choice")[:1]),
            named_at_table=Subquery(named.values("at_table")[:1]),
            secret_at_table=Subquery(cast.values("at_table")[:1]),
        )
        .order_by("roll__position", "roll")
        .values_list("roll_id", "choice", "named_at_table", "secret_at_table")
    )
    return [
        VoterLine(
            roll_id=roll,
            has_voted=choice is not None or secret is not None,
            choice=choice or "",
            at_table=bool(named or secret),
        )
        for roll, choice, named, secret in rows
    ]
