"""Which codes were sent, so that nobody's phone can be flooded."""

from django.db import models


class SentCode(models.Model):
    """One sending of a code and the tries at it. The number is kept as a digest, for a day.

    A session could not count the tries: two at once would count as one. Nor could it know a doubled
    click, since the second request leaves before the first one's answer has set its cookie: so the
    row keeps who asked (`accounts.asking.Asking.by`) and the keyed digest of the code they wait
    for, the same as their session keeps. The code itself is not kept.
    Once a code has signed somebody in, `code_digest` holds the key of the session that it began,
    for whoever sends it twice. `to_number` is kept of codes that strangers ask for, whom
    `number_digest` tells apart: the keyed digest of the number alone.
    """

    number_digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64, blank=True, default="")
    code_digest = models.CharField(max_length=64, blank=True, default="")
    to_number = models.CharField(max_length=64, blank=True, default="")
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["number_digest", "sent_at"], name="sent_code_of_number"),
            models.Index(
                condition=~models.Q(to_number=""),
                fields=["to_number", "sent_at"],
                name="sent_code_of_strangers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d %H:%M}"
