"""Keys of sent forms: a double click or a retry is answered with the first result."""

from django.conf import settings
from django.db import models


class Submission(models.Model):
    """The key of one sent form, unique per owner.

    It is kept as `acting.queries.submission.of_form` makes it of the key and the form.
    `owner` is a person, `user:<id>`, or before sign-in `session:<digest of the session key>`.
    `result` is the address to which the first sending led; it is written in the act's transaction.
    """

    key = models.UUIDField()
    owner = models.CharField(max_length=80)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE
    )
    result = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        # The table was made when the model still belonged to `accounts`.
        db_table = "accounts_submission"
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="submission_once_per_owner"),
        ]
        indexes = [models.Index(fields=["created_at"], name="submission_created")]

    def __str__(self) -> str:
        return str(self.key)
