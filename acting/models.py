"""One sending of a form, so that a doubled click or a retry answers with the first result."""

from django.conf import settings
from django.db import models


class Submission(models.Model):
    """Key of a form's sending, unique per owner: a person, or a session before sign-in.

    `owner` is `user:<id>` or `session:<digest of the session key>`; `result` is the address the
    first sending led to and is written in the same transaction as the act.
    """

    key = models.UUIDField()
    owner = models.CharField(max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE
    )
    result = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        # Where it was laid, before this app stood.
        db_table = "accounts_submission"
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="submission_once_per_owner"),
        ]
        indexes = [models.Index(fields=["created_at"], name="submission_created")]

    def __str__(self) -> str:
        return str(self.key)
