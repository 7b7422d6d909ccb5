"""The hours that a body works on a working day."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Schedule(models.Model):
    """Working periods of a working day in Asia/Shanghai, as `08:30-12:00,13:30-17:30`."""

    name = models.CharField(_("name"), max_length=60)
    periods = models.CharField(
        _("periods"),
        max_length=100,
        default="08:30-12:00,13:30-17:30",
        help_text=_("For example 08:30-12:00,13:30-17:30"),
    )

    class Meta:
        verbose_name = _("working hours")
        verbose_name_plural = _("working hours")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(periods__regex=r"^\d\d:\d\d-\d\d:\d\d(,\d\d:\d\d-\d\d:\d\d)*$"),
                name="schedule_periods_are_periods",
            ),
        ]

    def __str__(self) -> str:
        return gettext("{who} ({why})").format(who=self.name, why=self.periods)
