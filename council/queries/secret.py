"""A secret vote: who holds its keys, whose device is to answer, who may vote."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet, Subquery

from acting.queries.only_row import only_row
from council.enums.votes import KeyHolder, VoteState, VoteWay
from council.models import Presence, Roll, SecretKey, Turnout, Vote
from council.rules.meetings import runs_table
from council.secrecy.batch import checks_of, seals_left
from council.secrecy.sealing import Holder


def with_progress(votes: QuerySet[Vote]) -> QuerySet[Vote]:
    """Annotate what the pages of a secret vote show of its progress.

    These are the offices that have given their key, one of the ballots to be opened, and how many
    people vote on paper.
    """
    keys = SecretKey.objects.filter(vote=OuterRef("pk")).order_by("holder")
    papers = Turnout.objects.filter(vote=OuterRef("pk"), on_paper=True).order_by().values("vote")
    return votes.defer("batch").annotate(
        keys_given=ArraySubquery(keys.values("holder")),
        first_sealed=F("batch__0"),
        papers=Subquery(papers.annotate(count=Count("pk")).values("count")),
    )


def secret_vote_of(meeting: UUID, uid: UUID) -> Vote | None:
    votes = Vote.objects.filter(way=VoteWay.SECRET, meeting__uid=meeting, uid=uid)
    return only_row(with_progress(votes).select_related("meeting", "motion__item__issue__category"))


def holders_of(vote: Vote) -> list[Holder]:
    """In the order in which they answer: the chair's seal is outermost."""
    points = dict(SecretKey.objects.filter(vote=vote).values_list("holder", "point"))
    return [Holder(role, bytes(points[role])) for role in KeyHolder if role in points]


def office_of(vote: Vote, person_id: int | None) -> KeyHolder | None:
    """The office for which somebody holds a key; a single key is held by chair or recorder."""
    meeting = vote.meeting
    if not runs_table(person_id, meeting):
        return None
    if vote.holders == 1 or person_id == meeting.chair_id:
        return KeyHolder.CHAIR
    return KeyHolder.RECORDER


def answers_next(vote: Vote, first: bytes | None) -> KeyHolder | None:
    """Whose device is to open the ballots of a closed vote now; `first` is one of them.

    It is nobody's turn before the ballots on paper are counted, so that whoever counts them knows
    nothing of the others.
    """
    if vote.state != VoteState.CLOSED or vote.waits_for_paper or first is None:
        return None
    return list(KeyHolder)[vote.holders - seals_left([bytes(first)])]


@dataclass(frozen=True, slots=True)
class SealedBatch:
    """What a device is to answer for: sealed ballots, and a point beside each."""

    messages: list[bytes]
    checks: list[bytes]


def batch_for(vote: Vote, person_id: int | None) -> SealedBatch | None:
    """What this person's device is to answer for now; None where it isn't theirs."""
    batch = [bytes(one) for one in Vote.objects.values_list("batch", flat=True).get(pk=vote.pk)]
    office = office_of(vote, person_id)
    if office is None or office != answers_next(vote, batch[0] if batch else None):
        return None
    return SealedBatch(messages=batch, checks=checks_of(batch, check_seed(vote, office)))


def check_seed(vote: Vote, office: KeyHolder) -> bytes:
    """The seed of the check points, of this vote and office alone; only the server knows it."""
    name = f"pavilion ballot check 1|{vote.uid}|{office}"
    return hmac.digest(settings.SECRET_KEY.encode(), name.encode(), "sha256")


def voter_of(vote: Vote, person_id: int | None) -> Roll | None:
    """The line on the roll with which the person may vote; None if they may not."""
    if person_id is None:
        return None
    return _voters(vote).filter(person=person_id).first()


def voter_at_table(vote: Vote, roll: UUID) -> Roll | None:
    return _voters(vote).filter(uid=roll).first()


def _voters(vote: Vote) -> QuerySet[Roll]:
    return Roll.objects.filter(pk__in=vote.voters.values("roll")).select_related("person")


def has_voted(vote: Vote, roll: Roll) -> bool:
    return Turnout.objects.filter(vote=vote, roll=roll).exists()


def turnout_of(vote: Vote) -> int:
    """How many have voted on a device."""
    return Turnout.objects.filter(vote=vote, on_paper=False).count()


def papers_in(vote: Vote) -> int:
    return Turnout.objects.filter(vote=vote, on_paper=True).count()


def took_paper(vote: Vote, roll: Roll) -> bool:
    return Turnout.objects.filter(vote=vote, roll=roll, on_paper=True).exists()


def on_the_roll(vote: Vote) -> list[Roll]:
    """Who can count: whoever is there, as for hands."""
    there = Presence.objects.filter(roll__meeting=vote.meeting_id, left_at=None)
    rows = Roll.objects.filter(pk__in=there.values("roll")).select_related("person")
    return list(rows.order_by("position", "pk"))
