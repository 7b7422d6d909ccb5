"""Who may vote in a vote, and whether they did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.queries.prepared import PreparedQuery, given_key
from council.models import NamedBallot, Turnout, Vote, Voter


@dataclass(frozen=True, slots=True)
class VoterLine:
    """Who may vote, and whether they did; what they said only of a vote by name."""

    roll_id: int
    has_voted: bool
    choice: str
    at_table: bool
    on_paper: bool


def voters_of(vote: Vote) -> list[VoterLine]:
    """In the order of the roll, never in that of voting."""
    return [
        VoterLine(
            roll_id=roll,
            has_voted=choice is not None or secret is not None,
            choice=choice or "",
            at_table=bool(named or secret),
            on_paper=bool(paper),
        )
        for roll, choice, named, secret, paper in _voters(vote=vote.pk)
    ]


@PreparedQuery
def _voters() -> QuerySet[Voter, Any]:
    vote = given_key("vote")
    named = NamedBallot.objects.filter(vote=vote, roll=OuterRef("roll"))
    cast = Turnout.objects.filter(vote=vote, roll=OuterRef("roll"))
    return (
        Voter.objects.filter(vote=vote)
        .annotate(
            choice=Subquery(named.values("choice")[:1]),
            named_at_table=Subquery(named.values("at_table")[:1]),
            secret_at_table=Subquery(cast.values("at_table")[:1]),
            secret_on_paper=Subquery(cast.values("on_paper")[:1]),
        )
        .order_by("roll__position", "roll")
        .values_list("roll_id", "choice", "named_at_table", "secret_at_table", "secret_on_paper")
    )
