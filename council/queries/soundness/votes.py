"""Votes: that none runs where nobody sits, that the numbers add up, that no ballot is left."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from council.enums.meetings import MEETING_RUNNING
from council.enums.votes import (
    VOTE_RUNNING,
    VOTE_WITH_NUMBERS,
    Choice,
    Majority,
    VoteBase,
    VoteState,
    VoteWay,
)
from council.models import Meeting, NamedBallot, SealedBallot, Turnout, Vote, Voter
from council.order.majority import Count as Counted
from council.order.majority import MajorityRule, result_of
from council.queries.soundness.check import Check, of_sittings, sittings

BALLOTS = (NamedBallot, Turnout, SealedBallot)


def _of(votes: QuerySet[Vote]) -> list[str]:
    return of_sittings(votes, "meeting")


def _running_alone(now: datetime) -> list[str]:
    votes = Vote.objects.filter(state__in=VOTE_RUNNING)
    return _of(votes.exclude(meeting__state__in=MEETING_RUNNING))


def _elsewhere(now: datetime) -> list[str]:
    return _of(Vote.objects.exclude(meeting=F("motion__item__meeting")))


def _other_voters(now: datetime) -> list[str]:
    return _of(Vote.objects.annotate(frozen=Count("voters")).exclude(frozen=F("eligible")))


def _strangers(now: datetime) -> list[str]:
    """Whoever voted without being among those who may."""
    may = Voter.objects.filter(vote=OuterRef("vote"), roll=OuterRef("roll"))
    keys = {
        key
        for model in BALLOTS
        for key in model._default_manager.exclude(Exists(may)).values_list("vote", flat=True)
    }
    return _of(Vote.objects.filter(pk__in=keys))


def _named_otherwise(now: datetime) -> list[str]:
    said = {
        f"said_{choice}": Count("named_ballots", filter=Q(named_ballots__choice=choice))
        for choice in Choice
    }
    votes = Vote.objects.filter(way=VoteWay.NAMED, state__in=VOTE_WITH_NUMBERS).annotate(**said)
    same = {f"said_{choice}": F(choice.value) for choice in Choice}
    return _of(votes.exclude(**same))


def _secret_otherwise(now: datetime) -> list[str]:
    votes = Vote.objects.filter(way=VoteWay.SECRET, state__in=VOTE_WITH_NUMBERS)
    votes = votes.annotate(voted=Count("turnout"))
    return _of(votes.exclude(voted=F("yes") + F("no") + F("abstain") + F("invalid")))


def _ballots_left(now: datetime) -> list[str]:
    """Sealed ballots lie beside their voters while the vote is open, and no moment longer."""
    beside = Exists(SealedBallot.objects.filter(vote=OuterRef("pk")))
    still = Q(beside) & ~Q(state=VoteState.OPEN)
    batch = ~Q(batch=[]) & ~Q(state=VoteState.CLOSED)
    return _of(Vote.objects.filter(still | batch))


def _against_the_rule(now: datetime) -> list[str]:
    votes = Vote.objects.filter(state__in=VOTE_WITH_NUMBERS).select_related("meeting")
    keys = {vote.meeting_id for vote in votes if not _follows(vote)}
    return sittings(Meeting.objects.filter(pk__in=keys))


def _follows(vote: Vote) -> bool:
    rule = MajorityRule(
        Majority(vote.majority), VoteBase(vote.base), abstentions_count=vote.abstentions_count
    )
    numbers = (vote.yes or 0, vote.no or 0, vote.abstain or 0, vote.invalid or 0)
    result = result_of(rule, Counted(*numbers), present=vote.eligible, members=vote.members)
    return (result.base, result.adopted) == (vote.base_number, vote.adopted)


VOTES = (
    Check("does not run, but a vote is running in it", _running_alone),
    Check("has a vote on a motion of another sitting", _elsewhere),
    Check("has a vote in which other people may vote than were counted", _other_voters),
    Check("has a ballot of somebody who may not vote", _strangers),
    Check("has a vote by name whose ballots do not add up to its result", _named_otherwise),
    Check("has a secret vote with more or fewer votes than voters", _secret_otherwise),
    Check("still holds ballots of a secret vote that is over", _ballots_left),
    Check("has a result that does not follow from its rule", _against_the_rule),
)
