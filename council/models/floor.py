"""Who asked to speak, and how long they spoke."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from council.enums.floor import Side, SpeechState
from council.models.agenda import AgendaItem
from council.models.meetings import Meeting
from council.models.roll import Roll


class Speech(models.Model):
    """The clock is kept as when it began, how long it stood still, and how many seconds it has.

    Every screen counts by itself from these and the server's time. While it stands still,
    `paused_at` says since when.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="speeches")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="speeches")
    roll = models.ForeignKey(Roll, on_delete=models.CASCADE, related_name="speeches")
    side = models.CharField(max_length=7, choices=Side.choices, default=Side.NEITHER)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_seconds = models.PositiveIntegerField(default=0)
    allowed = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # One line of what they said, by the recorder.
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(began_at__isnull=False, ended_at=None),
                name="speech_one_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["item", "roll"],
                condition=Q(began_at=None, withdrawn_at=None),
                name="speech_asked_once_at_a_time",
            ),
            models.CheckConstraint(
                name="speech_ends_after_it_began",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")),
            ),
            models.CheckConstraint(
                name="speech_withdrawn_before_it_began",
                condition=Q(withdrawn_at=None) | Q(began_at=None),
            ),
            models.CheckConstraint(
                name="speech_allowed_in_reason", condition=Q(allowed__range=(10, 7200))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.roll_id}"

    @property
    def state(self) -> SpeechState:
        if self.withdrawn_at:
            return SpeechState.WITHDRAWN
        if self.began_at is None:
            return SpeechState.ASKED
        if self.ended_at:
            return SpeechState.ENDED
        return SpeechState.PAUSED if self.paused_at else SpeechState.SPEAKING
