"""Who belongs to a sitting, and from when until when they were there."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from council.enums.meetings import Apology, Arrival, RollStanding
from council.enums.members import SeatKind
from council.models.councils import Council
from council.models.meetings import PERSON, Meeting


class Roll(models.Model):
    """One person of a sitting; its members are written down when it opens, and stay.

    `name` is kept for those who have no account; of others the account is asked. `uid` is made by
    the device for those who walk in.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="roll")
    person = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="sittings"
    )
    name = models.CharField(max_length=60, blank=True)
    council = models.ForeignKey(
        Council, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=SeatKind.choices, blank=True)
    standing = models.CharField(max_length=8, choices=RollStanding.choices)
    apology = models.CharField(max_length=5, choices=Apology.choices, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="roll_person_once"),
            models.CheckConstraint(
                name="roll_has_a_name", condition=Q(person__isnull=False) | ~Q(name="")
            ),
            models.CheckConstraint(
                name="roll_members_have_a_kind", condition=~Q(standing="member") | ~Q(kind="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.uid}"

    @property
    def is_member(self) -> bool:
        return self.standing == RollStanding.MEMBER

    @property
    def call_name(self) -> str:
        return self.name if self.person is None else str(self.person)


class Presence(models.Model):
    """From when until when; a tap writes one person and touches nobody else."""

    roll = models.ForeignKey(Roll, on_delete=models.CASCADE, related_name="presences")
    came_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    by = models.CharField(max_length=4, choices=Arrival.choices)

    class Meta:
        ordering = ["came_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["roll"], condition=Q(left_at=None), name="presence_one_at_a_time"
            ),
            models.CheckConstraint(
                name="presence_ends_after_it_began",
                condition=Q(left_at=None) | Q(left_at__gte=models.F("came_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.roll_id} {self.came_at:%H:%M}"
