"""What people found, said, promised and achieved."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from grids.models import Body, Venue
from issues.enums.activity import (
    AnswerWay,
    CouncilAsks,
    DeliberationKind,
    Resolved,
    Satisfaction,
    VerdictVia,
)
from issues.models.chain import Assignment
from issues.models.issue import Issue

PERSON = settings.AUTH_USER_MODEL


class Response(models.Model):
    """An answer to the resident. The first of a turn is the first contact."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="responses")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="responses")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=6, choices=AnswerWay.choices)
    text = models.TextField(max_length=2000)
    # May be earlier than the entry: people talk outdoors and write it down in the evening.
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["said_at", "pk"]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.said_at:%Y-%m-%d}"


class Addition(models.Model):
    """补充情况 by the reporter or a neighbour; shown to the public only once checked."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="additions")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    added_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.added_at:%Y-%m-%d}"


class Finding(models.Model):
    """调查研究: what was found on the spot."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="findings")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["found_at", "pk"]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.found_at:%Y-%m-%d}"


class Deliberation(models.Model):
    """开展协商: one talk: who took part, what was said and agreed, and the dissent.

    That of a council's sitting carries its number, and no names: those stay with its roll.
    `resolved` is whether a motion was adopted, None where it was only talked over; `asks` is what
    a resolution asks of `asked_of`, the turn that led then.
    """

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="deliberations")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=DeliberationKind.choices)
    held_at = models.DateTimeField()
    venue = models.ForeignKey(Venue, null=True, blank=True, on_delete=models.PROTECT)
    place = models.CharField(max_length=80, blank=True)
    # Who took part, by name (never public) or as a count.
    participants = models.CharField(max_length=300, blank=True)
    head_count = models.PositiveSmallIntegerField(validators=[MinValueValidator(2)])
    said = models.TextField(max_length=2000, blank=True)
    agreed = models.TextField(max_length=2000, blank=True)
    dissent = models.TextField(max_length=2000, blank=True)
    quorate = models.BooleanField(null=True, blank=True)
    quorate_note = models.CharField(max_length=200, blank=True)
    sitting = models.UUIDField(null=True, blank=True)
    resolved = models.BooleanField(null=True, blank=True)
    # What the law leaves to the owners, and to the residents' assembly.
    owners_note = models.CharField(max_length=400, blank=True)
    assembly_note = models.CharField(max_length=400, blank=True)
    asks = models.CharField(max_length=7, choices=CouncilAsks.choices, blank=True)
    asked_of = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["held_at", "pk"]
        constraints = [
            models.CheckConstraint(name="deliberation_takes_two", condition=Q(head_count__gte=2)),
            models.CheckConstraint(
                name="deliberation_resolved_at_a_sitting",
                condition=Q(resolved__isnull=True) | Q(sitting__isnull=False),
            ),
            models.CheckConstraint(
                name="deliberation_at_a_sitting_without_names",
                condition=Q(sitting__isnull=True) | Q(participants=""),
            ),
            models.CheckConstraint(
                name="deliberation_asks_of_a_turn",
                condition=Q(asks="", asked_of__isnull=True)
                | (~Q(asks="") & Q(asked_of__isnull=False, resolved=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.held_at:%Y-%m-%d}"


class Commitment(models.Model):
    """责任清单: what a body will do and by when. Only the body itself can promise it."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="commitments")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="commitments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=400)
    promised_at = models.DateTimeField()
    due_at = models.DateTimeField()
    # For urgent issues: the danger is over, and the repair has a date of its own.
    made_safe = models.BooleanField(default=False)
    fulfilled_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["promised_at", "pk"]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.due_at:%Y-%m-%d}"


class Outcome(models.Model):
    """成果落实: what was achieved, with money and counts; a department's is then verified."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="outcomes")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="outcomes")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    # Yuan.
    money = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    paid_by = models.CharField(max_length=80, blank=True)
    # As 4 · 处下水管道.
    count = models.PositiveIntegerField(null=True, blank=True)
    count_of = models.CharField(max_length=40, blank=True)
    no_picture_reason = models.CharField(max_length=200, blank=True)
    delivered_at = models.DateTimeField()
    round = models.PositiveSmallIntegerField(default=1)
    needs_verification = models.BooleanField(default=False)
    verified_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verification_note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["delivered_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="outcome_verified_or_refused",
                condition=Q(verified_at__isnull=True) | Q(refused_at__isnull=True),
            ),
            models.CheckConstraint(
                name="outcome_money_not_negative",
                condition=Q(money__isnull=True) | Q(money__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.delivered_at:%Y-%m-%d}"


class Verdict(models.Model):
    """评价: the resident's word, once a round."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="verdicts")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    via = models.CharField(max_length=9, choices=VerdictVia.choices)
    resolved = models.CharField(max_length=6, choices=Resolved.choices)
    satisfaction = models.CharField(max_length=9, choices=Satisfaction.choices, blank=True)
    text = models.TextField(max_length=1000, blank=True)
    look_above = models.BooleanField(default=False)
    round = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["issue", "round"], name="word_once_a_round"),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.resolved}"


class CallBack(models.Model):
    """A call by someone other than the handler, up to three a round."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="call_backs")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    attempt = models.PositiveSmallIntegerField()
    reached = models.BooleanField()
    note = models.CharField(max_length=400, blank=True)
    called_at = models.DateTimeField()

    class Meta:
        ordering = ["called_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "round", "attempt"], name="call_back_attempt_unique"
            ),
            models.CheckConstraint(
                name="call_back_at_most_three", condition=Q(attempt__gte=1, attempt__lte=3)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.attempt}"
