"""Wrong codes of a second factor, so that nobody can try them all."""

from django.conf import settings
from django.db import models


class WrongFactor(models.Model):
    """One try that was wrong, kept for a day. What was typed is not kept."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wrong_factors"
    )
    tried_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "tried_at"], name="wrong_factor_of_person")]

    def __str__(self) -> str:
        return f"{self.tried_at:%Y-%m-%d %H:%M}"
