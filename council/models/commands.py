"""The log of a sitting: what was done at the table and on the phones, once each."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from council.enums.table import TableAct
from council.models.meetings import PERSON, Meeting


class Command(models.Model):
    """`uid` is made by the device; whatever is sent twice is applied once.

    `happened_at` is the device's time, corrected by what it learned of the server's, and never
    outside the sitting or ahead of `received_at`. `parameters` hold ids and numbers only: no
    ballots, no words of people. `inverse` is what undoing needs.
    """

    uid = models.UUIDField(unique=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="commands")
    # The version that the sitting had after it.
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=TableAct.choices)
    device = models.CharField(max_length=36, blank=True)
    # The device's own count of what it sent.
    lamport = models.PositiveBigIntegerField(default=0)
    parameters = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    inverse = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    actor = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    happened_at = models.DateTimeField()
    received_at = models.DateTimeField()
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ["meeting", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "seq"], name="command_seq_once"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.seq} {self.kind}"


class Lease(models.Model):
    """Which device runs the table; another may take it over, by name."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="lease")
    device = models.CharField(max_length=36)
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.meeting_id}"
