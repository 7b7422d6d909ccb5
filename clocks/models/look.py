"""When the engine looked last, and when it stood still."""

from django.db import models
from django.db.models import F, Q


class Look(models.Model):
    """When a task that came through was last begun, by the database's clock.

    `engine_at` is when worker and beat did it; for a task never done it is when it was first asked
    for. `watch_at` is when the watch did it, which does what they leave undone.
    """

    task = models.CharField(max_length=80, primary_key=True)
    engine_at = models.DateTimeField()
    watch_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.task


class Standstill(models.Model):
    """A time in which the engine did not look: since its last look, until its next one."""

    began_at = models.DateTimeField()
    noticed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ended_at"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="standstill_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(began_at__lte=F("noticed_at")), name="standstill_noticed_after"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d %H:%M}"
