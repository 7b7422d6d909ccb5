"""Photos and drafts."""

import uuid

from django.conf import settings
from django.db import models

from issues.enums.activity import PhotoPurpose
from issues.models.activity import Addition, Finding, Outcome
from issues.models.issue import Issue


class Draft(models.Model):
    """One matter sent before sign-in: of one sending, `submission`, and of one number.

    The browser's session holds `token`. `number` is a digest of the first number that was given
    for it; `user` is whoever has proved to be its sender, and nobody before. `tries` counts what
    others have said to show that it is theirs.
    """

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE
    )
    fields = models.JSONField(default=dict)
    submission = models.UUIDField(null=True, blank=True)
    number = models.CharField(max_length=64, blank=True, default="")
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["updated_at"], name="draft_updated")]

    def __str__(self) -> str:
        return str(self.token)

    @property
    def is_sent(self) -> bool:
        """Only the number is missing. Otherwise it holds photos of a form that was not valid."""
        return bool(self.fields.get("ready"))


class Upload(models.Model):
    """A picture, re-encoded in three sizes under a random name in private storage."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(
        Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="uploads"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    large = models.FileField(upload_to="photos/")
    medium = models.FileField(upload_to="photos/")
    small = models.FileField(upload_to="photos/")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    # Bytes of all three sizes, for the quota.
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["uploaded_at"], name="upload_uploaded")]

    def __str__(self) -> str:
        return str(self.token)


class Photo(models.Model):
    """A picture of an issue; `shown` if someone chose it for the public."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="photos")
    upload = models.OneToOneField(Upload, on_delete=models.PROTECT, related_name="photo")
    purpose = models.CharField(max_length=9, choices=PhotoPurpose.choices)
    position = models.PositiveSmallIntegerField(default=0)
    shown = models.BooleanField(default=False)
    addition = models.ForeignKey(
        Addition, null=True, blank=True, on_delete=models.PROTECT, related_name="photos"
    )
    finding = models.ForeignKey(
        Finding, null=True, blank=True, on_delete=models.PROTECT, related_name="photos"
    )
    outcome = models.ForeignKey(
        Outcome, null=True, blank=True, on_delete=models.PROTECT, related_name="photos"
    )

    class Meta:
        ordering = ["purpose", "position", "pk"]
        indexes = [models.Index(fields=["issue", "purpose"], name="photo_issue")]

    def __str__(self) -> str:
        return str(self.upload_id)
