"""Turns and clocks: who holds an issue, why, and until when."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from grids.models import Body
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import Level, TurnCause, TurnRole
from issues.models.issue import Issue
from issues.models.policy import PolicyRule


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def current(self) -> AssignmentQuerySet:
        return self.filter(left_at__isnull=True)

    def lead(self) -> AssignmentQuerySet:
        return self.filter(role=TurnRole.LEAD)


class Assignment(models.Model):
    """One body's turn at an issue. Exactly one lead turn is current on an open issue."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="assignments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=5, choices=TurnRole.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    # 1, 2, 3 … for lead turns; a joint turn carries the number of the lead turn it stands beside.
    turn = models.PositiveSmallIntegerField()
    cause = models.CharField(max_length=12, choices=TurnCause.choices)
    # The sender's words: why, and what was tried. Empty if a clock sent it.
    reason = models.CharField(max_length=1000, blank=True)
    tried = models.CharField(max_length=1000, blank=True)
    # The kind of clock that was missed, if a clock sent it here.
    missed_kind = models.CharField(max_length=10, choices=DeadlineKind.choices, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    started_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Who of the body sees to it: whoever took it in, until somebody says otherwise.
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    left_at = models.DateTimeField(null=True, blank=True)
    left_cause = models.CharField(max_length=12, choices=TurnCause.choices, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issue"],
                condition=Q(role=TurnRole.LEAD, left_at__isnull=True),
                name="assignment_one_current_lead",
            ),
            models.UniqueConstraint(
                fields=["issue", "turn"],
                condition=Q(role=TurnRole.LEAD),
                name="assignment_lead_turn_unique",
            ),
            models.UniqueConstraint(
                fields=["issue", "body"],
                condition=Q(role=TurnRole.JOINT, left_at__isnull=True),
                name="assignment_joint_once",
            ),
            models.CheckConstraint(
                name="assignment_left_has_cause",
                condition=Q(left_at__isnull=True, left_cause="")
                | (Q(left_at__isnull=False) & ~Q(left_cause="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "issue"],
                name="assignment_held_now",
                condition=Q(left_at__isnull=True),
            ),
            models.Index(fields=["body", "-started_at"], name="assignment_of_body"),
            models.Index(
                fields=["body", "-left_at"],
                name="assignment_over",
                condition=Q(left_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} #{self.turn} {self.role}"


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def running(self) -> DeadlineQuerySet:
        return self.filter(met_at__isnull=True, breached_at__isnull=True, void_at__isnull=True)

    def late(self) -> DeadlineQuerySet:
        """Missed and not done since, and somebody still has to do it."""
        return self.undone().filter(OWED_BY_SOMEBODY)

    def undone(self) -> DeadlineQuerySet:
        """Missed and not done since, whoever had to do it."""
        return self.filter(~Exists(_rows_after()), breached_at__isnull=False)

    def owed(self) -> DeadlineQuerySet:
        """Running, or late."""
        return self.filter(RUNNING | is_late())

    def owed_or_promised(self) -> DeadlineQuerySet:
        """As `owed`, and all clocks of promises that still stand, even if none runs or is late."""
        return self.filter(RUNNING | PROMISE_STANDS | is_late())

    def owed_or_promised_or(self, others: Q) -> DeadlineQuerySet:
        """As `owed_or_promised`, and `others` too; the annotation `is_owed` tells them apart."""
        return self.annotate(is_owed=RUNNING | PROMISE_STANDS | is_late()).filter(
            Q(is_owed=True) | others
        )

    def to_wake(self, now: datetime | Now) -> DeadlineQuerySet:
        """Running ones that wake by `now` or the database's time; uses the partial index."""
        return self.running().filter(wake_at__lte=now)


RUNNING = Q(met_at__isnull=True, breached_at__isnull=True, void_at__isnull=True)
PROMISE_STANDS = Q(
    commitment__isnull=False,
    commitment__fulfilled_at__isnull=True,
    commitment__dropped_at__isnull=True,
)
# A turn that ended owes nothing more. One clock is an exception, the talk that an urgent matter is
# owed: the body that has the matter now owes it.
OWED_BY_SOMEBODY = (
    Q(assignment__isnull=False, assignment__left_at__isnull=True)
    | PROMISE_STANDS
    | Q(kind=DeadlineKind.TALK, issue__ended_at__isnull=True)
)


def is_late() -> Q:
    """The condition of `late`, to be combined with others."""
    return Q(breached_at__isnull=False) & OWED_BY_SOMEBODY & ~Q(Exists(_rows_after()))


def _rows_after() -> DeadlineQuerySet:
    return Deadline.objects.filter(replaces=OuterRef("pk"))


class Deadline(models.Model):
    """One clock. Its times never change: extending or recomputing voids it and adds another.

    `wake_at` is the next time the engine must look: the reminder, then `due_at`. `basis` keeps
    the sum (see `clocks.sums.Sum.as_basis`). `round` counts repetitions of the same kind. What is
    done after it was missed puts a void row after it, which `replaces` it: until then it is late.
    """

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="deadlines")
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="deadlines"
    )
    commitment = models.ForeignKey(
        "issues.Commitment",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deadlines",
    )
    kind = models.CharField(max_length=10, choices=DeadlineKind.choices)
    starts_at = models.DateTimeField()
    due_at = models.DateTimeField()
    wake_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    breached_at = models.DateTimeField(null=True, blank=True)
    void_at = models.DateTimeField(null=True, blank=True)
    replaces = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    rule = models.ForeignKey(PolicyRule, null=True, blank=True, on_delete=models.PROTECT)
    basis = models.JSONField(default=dict)
    provisional = models.BooleanField(default=False)
    round = models.PositiveSmallIntegerField(default=1)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="deadline_one_subject",
                condition=Q(assignment__isnull=False, commitment__isnull=True)
                | Q(assignment__isnull=True, commitment__isnull=False),
            ),
            models.CheckConstraint(
                name="deadline_one_end",
                condition=Q(breached_at__isnull=True, void_at__isnull=True)
                | Q(met_at__isnull=True, void_at__isnull=True)
                | Q(met_at__isnull=True, breached_at__isnull=True),
            ),
            models.CheckConstraint(
                name="deadline_wakes_by_due", condition=Q(wake_at__lte=F("due_at"))
            ),
            models.CheckConstraint(
                name="deadline_kind_known", condition=Q(kind__in=DeadlineKind.values)
            ),
            models.UniqueConstraint(
                fields=["assignment", "kind"], condition=RUNNING, name="deadline_one_running"
            ),
        ]
        indexes = [
            models.Index(fields=["wake_at", "issue"], name="deadline_to_wake", condition=RUNNING),
            models.Index(fields=["issue", "due_at"], name="deadline_running", condition=RUNNING),
            # Owed by whoever leads the matter now, not by the turn in which it was missed.
            models.Index(
                fields=["issue"],
                name="deadline_missed_talk",
                condition=Q(kind=DeadlineKind.TALK, breached_at__isnull=False),
            ),
            models.Index(
                fields=["due_at"],
                name="deadline_provisional",
                condition=RUNNING & Q(provisional=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.kind} {self.due_at:%Y-%m-%d %H:%M}"

    @property
    def is_running(self) -> bool:
        return self.met_at is None and self.breached_at is None and self.void_at is None


class SweepFailure(models.Model):
    """An issue that the sweep could not handle. The desk shows it, and a sweep tries again."""

    issue = models.OneToOneField(Issue, on_delete=models.CASCADE, related_name="sweep_failure")
    reason = models.CharField(max_length=400)
    attempts = models.PositiveSmallIntegerField(default=1)
    failed_at = models.DateTimeField()
    next_try_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.attempts}"
