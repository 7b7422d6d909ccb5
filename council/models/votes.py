"""Votes, who may cast them, and what is kept of them."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from council.enums.votes import (
    VOTE_RUNNING,
    VOTE_WITH_NUMBERS,
    Choice,
    KeyHolder,
    Majority,
    VoteBase,
    VoteState,
    VoteWay,
)
from council.models.meetings import PERSON, Meeting
from council.models.motions import Motion
from council.models.roll import Roll


class Vote(models.Model):
    """One round on a motion. The rule is fixed when it opens, and so is who may vote.

    `base_number` is what the result is counted against (see `council.order.majority`). `batch`
    holds the sealed ballots of a closed secret vote, sorted by their bytes, without voters, and is
    empty once they are counted. `on_paper` is what two tellers counted beside them (for, against,
    abstained, spoilt), between the close and the count; only the sum is kept.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="votes")
    motion = models.ForeignKey(Motion, on_delete=models.PROTECT, related_name="votes")
    round = models.PositiveSmallIntegerField(default=1)
    way = models.CharField(max_length=6, choices=VoteWay.choices)
    majority = models.CharField(max_length=10, choices=Majority.choices)
    base = models.CharField(max_length=7, choices=VoteBase.choices)
    abstentions_count = models.BooleanField(default=True)
    state = models.CharField(max_length=9, choices=VoteState.choices)

    eligible = models.PositiveSmallIntegerField(default=0)
    # Members of the sitting who may vote on this item, there or not.
    members = models.PositiveSmallIntegerField(default=0)
    yes = models.PositiveSmallIntegerField(null=True, blank=True)
    no = models.PositiveSmallIntegerField(null=True, blank=True)
    abstain = models.PositiveSmallIntegerField(null=True, blank=True)
    invalid = models.PositiveSmallIntegerField(null=True, blank=True)
    base_number = models.PositiveSmallIntegerField(null=True, blank=True)
    adopted = models.BooleanField(null=True, blank=True)
    # Whether the quorum still held when the vote closed.
    quorate = models.BooleanField(null=True, blank=True)

    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.CharField(max_length=200, blank=True)
    teller_one = models.ForeignKey(
        Roll, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    teller_two = models.ForeignKey(
        Roll, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # One key where there is no second device: the page says so.
    holders = models.PositiveSmallIntegerField(default=0)
    batch = ArrayField(models.BinaryField(), default=list, blank=True)
    waits_for_paper = models.BooleanField(default=False)
    on_paper = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["motion", "round"], name="vote_round_once"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(state__in=sorted(VOTE_RUNNING)),
                name="vote_one_at_a_time",
            ),
            models.CheckConstraint(
                name="vote_counted_has_numbers",
                condition=Q(
                    state__in=sorted(VOTE_WITH_NUMBERS),
                    yes__isnull=False,
                    no__isnull=False,
                    abstain__isnull=False,
                    invalid__isnull=False,
                    adopted__isnull=False,
                )
                | (
                    ~Q(state__in=sorted(VOTE_WITH_NUMBERS))
                    & Q(yes__isnull=True, adopted__isnull=True)
                ),
            ),
            models.CheckConstraint(
                name="vote_no_more_than_may_vote",
                condition=Q(yes__isnull=True)
                | Q(eligible__gte=F("yes") + F("no") + F("abstain") + F("invalid")),
            ),
            models.CheckConstraint(
                name="vote_two_tellers",
                condition=Q(teller_one__isnull=True)
                | Q(teller_two__isnull=True)
                | ~Q(teller_one=F("teller_two")),
            ),
            models.CheckConstraint(
                name="vote_paper_only_until_counted",
                condition=Q(state="closed") | Q(waits_for_paper=False, on_paper=[]),
            ),
            models.CheckConstraint(
                name="vote_void_says_why", condition=~Q(state="void") | ~Q(voided_because="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.motion_id} {self.round}"


class Voter(models.Model):
    """Who may vote, frozen when the vote opens. Who leaves keeps it, who comes gets none."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="voters")
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "roll"], name="voter_once")]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.roll_id}"


class NamedBallot(models.Model):
    """What somebody said by name; until the close they may say something else."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="named_ballots")
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=7, choices=Choice.choices)
    # Said aloud and written down at the table, for those without a phone.
    at_table = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "roll"], name="named_ballot_once")]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.roll_id}"


class SecretKey(models.Model):
    """The public point of one holder's key pair; the private key never leaves their device."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="keys")
    holder = models.CharField(max_length=8, choices=KeyHolder.choices)
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    point = models.BinaryField(max_length=65)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vote", "holder"], name="secret_key_once")]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.holder}"


class Turnout(models.Model):
    """That somebody voted in a secret vote, and nothing of what or when."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="turnout")
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, related_name="+")
    at_table = models.BooleanField(default=False)
    # They took a ballot on paper, and put it into the box or not.
    on_paper = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vote", "roll"], name="turnout_once"),
            models.CheckConstraint(
                name="turnout_in_one_way", condition=Q(at_table=False) | Q(on_paper=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.roll_id}"


class SealedBallot(models.Model):
    """A ballot that nobody can read, beside its voter until the close. A copy is refused."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="sealed_ballots")
    roll = models.ForeignKey(Roll, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField(max_length=178)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vote", "roll"], name="sealed_ballot_once"),
            models.UniqueConstraint(fields=["vote", "sealed"], name="sealed_ballot_no_copy"),
        ]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.roll_id}"
