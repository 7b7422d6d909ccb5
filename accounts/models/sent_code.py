"""That a code went to a number, so that nobody's phone can be flooded."""

from django.db import models


class SentCode(models.Model):
    """One sending and the tries at its code. The number is kept as a digest, for a day; the code is
    not kept here. Tries are counted here, not in the session, where two at once would count as one.
    """

    number_digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["number_digest", "sent_at"], name="sent_code_of_number")]

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d %H:%M}"
