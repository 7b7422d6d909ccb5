"""What those who work on matters write for themselves."""

from django.conf import settings
from django.db import models

from grids.models import Body
from issues.models.issue import Issue

PERSON = settings.AUTH_USER_MODEL


class StaffNote(models.Model):
    """What those who work on a matter tell each other; no resident reads it."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="staff_notes")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=2000)
    noted_at = models.DateTimeField()

    class Meta:
        ordering = ["noted_at", "pk"]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.noted_at:%Y-%m-%d}"


class KeptReply(models.Model):
    """Words that a body answers with again and again, under a short name; they name nobody."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    text = models.TextField(max_length=2000)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="kept_reply_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
