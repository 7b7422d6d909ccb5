"""What belongs to minutes beside their text: names, filed sheets, the PDF."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from council.enums.minutes import SheetKind
from council.models.meetings import PERSON, Meeting


class MinutesName(models.Model):
    """For whom a mark in the minutes stands. The signed text holds `digest` in its place.

    `name` is the name when the minutes were drafted. Name and salt become empty once the person is
    erased; `digest` stays, so that a signature still fits. People who are counted and not named
    have an empty name from the start.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes_names")
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What they were there as; readers see this in place of a name that is not public.
    standing = models.CharField(max_length=40)
    name = models.CharField(max_length=60, blank=True)
    salt = models.BinaryField(max_length=32, default=b"", blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_name_once"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.number}"


class Sheet(models.Model):
    """A photo of a sheet of paper, filed with the minutes; read by those who keep them."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sheets")
    kind = models.CharField(max_length=7, choices=SheetKind.choices)
    # With the signatures of chair and recorder on it.
    signed = models.BooleanField(default=False)
    picture = models.FileField(upload_to="sheets/")
    thumb = models.FileField(upload_to="sheets/")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "sha256"], name="sheet_filed_once"),
            models.CheckConstraint(name="sheet_kind_known", condition=Q(kind__in=SheetKind.values)),
            models.CheckConstraint(
                name="sheet_signed_is_the_record", condition=Q(signed=False) | Q(kind="record")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.kind}"


class MinutesPaper(models.Model):
    """The PDF of a sitting's minutes. It is due again when `wanted_at` is after `made_at`.

    `masked` are the items whose matter was not public when it was made: it names none of them.
    Where others are hidden by now, it is due again, and shown to nobody meanwhile.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="minutes_paper")
    wanted_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    file = models.FileField(upload_to="minutes/", blank=True)
    # What went wrong last, for whoever looks after the machine.
    failed = models.CharField(max_length=200, blank=True)
    masked = ArrayField(models.UUIDField(), default=list, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["wanted_at"],
                name="minutes_paper_due",
                condition=Q(made_at=None) | Q(made_at__lt=models.F("wanted_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}"

    @property
    def is_ready(self) -> bool:
        return self.made_at is not None and self.made_at >= self.wanted_at
