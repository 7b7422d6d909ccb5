"""Who is told of a matter beside its reporter."""

from django.conf import settings
from django.db import models

from issues.models.issue import Issue

PERSON = settings.AUTH_USER_MODEL


class Support(models.Model):
    """我家也遇到: the same happened to this person. Merging carries it along."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="supports")
    user = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="supports")
    supported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issue", "user"], name="support_once"),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.user_id}"


class Follow(models.Model):
    """关注: told like those to whom it happened too, but not counted among them."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="follows")
    user = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="follows")
    followed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issue", "user"], name="follow_once"),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.user_id}"
