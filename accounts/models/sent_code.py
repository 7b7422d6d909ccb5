"""Which codes were sent, so that nobody's phone can be flooded."""

from django.db import models


class SentCode(models.Model):
    """One sending of a code and the tries at it. The number is kept as a digest, for a day.

    The code is not kept. A session could not count the tries: two at once would count as one.
    """

    number_digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["number_digest", "sent_at"], name="sent_code_of_number")]

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d %H:%M}"
