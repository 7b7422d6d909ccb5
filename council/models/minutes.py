"""Minutes, version by version, and who signed which."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from council.enums.minutes import SignatureWay
from council.enums.votes import KeyHolder
from council.models.meetings import PERSON, Meeting


class MinutesVersion(models.Model):
    """Only ever added. `sections` are ordered texts with the commands that they came from.

    `corrects` names the version that an addendum stands beside; what was signed stays as it is.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    number = models.PositiveSmallIntegerField()
    sections = models.JSONField(encoder=DjangoJSONEncoder)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="addenda"
    )
    # None: drafted by the system out of the log.
    by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_number_once"),
            models.CheckConstraint(name="minutes_number_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.number}"


class Signature(models.Model):
    """`digest` is the SHA-256 of the canonical text of the version, as it stands in the record."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    holder = models.CharField(max_length=8, choices=KeyHolder.choices)
    way = models.CharField(max_length=5, choices=SignatureWay.choices)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "holder"], name="signature_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.holder}"
