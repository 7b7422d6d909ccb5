"""Days that the State Council's notices make holidays or make-up working days."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarRevision(models.Model):
    """One change of the calendar; deadlines remember which revision they were computed with."""

    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    note = models.CharField(_("note"), max_length=200)

    class Meta:
        verbose_name = _("calendar revision")
        verbose_name_plural = _("calendar revisions")

    def __str__(self) -> str:
        return f"{self.pk}: {self.note}"


class CalendarDay(models.Model):
    """A day that differs from the plain week: a holiday on a weekday, or a make-up day 调休."""

    day = models.DateField(_("day"))
    working = models.BooleanField(_("working day"))
    name_zh = models.CharField(_("name in Chinese"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=60)
    revision = models.ForeignKey(CalendarRevision, on_delete=models.PROTECT, related_name="days")

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["day", "revision"], name="calendar_day_once_a_revision"),
        ]

    def __str__(self) -> str:
        return str(self.day)
