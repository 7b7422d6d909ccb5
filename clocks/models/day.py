"""Days that a notice of the State Council declares holidays or make-up working days."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class CalendarRevision(models.Model):
    """One change of the calendar; a deadline remembers the revision it was computed with.

    Revisions are only ever added. A later revision corrects a mistake, so that a sum made with
    the earlier one can still be explained.
    """

    created_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("made by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    year = models.PositiveSmallIntegerField(
        _("year it completes"),
        null=True,
        blank=True,
        help_text=_(
            "The year whose yearly notice these days are. Leave it empty for single days: "
            "deadlines in a year without its notice stay provisional."
        ),
    )
    note = models.CharField(
        _("note"), max_length=200, help_text=_("Where the days come from: the notice's number.")
    )

    class Meta:
        verbose_name = _("calendar revision")
        verbose_name_plural = _("calendar revisions")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year=None) | models.Q(year__range=(2004, 2200)),
                name="calendar_revision_year_is_a_year",
            ),
        ]

    def __str__(self) -> str:
        return gettext("{number}: {problem}").format(number=self.pk, problem=self.note)


class CalendarDay(models.Model):
    """A day that differs from the plain week: a holiday, or a make-up working day 调休."""

    day = models.DateField(_("day"))
    working = models.BooleanField(_("working day"))
    name_zh = models.CharField(_("name in Chinese"), max_length=40, blank=True)
    name_en = models.CharField(_("name in English"), max_length=60, blank=True)
    revision = models.ForeignKey(CalendarRevision, on_delete=models.PROTECT, related_name="days")

    class Meta:
        verbose_name = _("calendar day")
        verbose_name_plural = _("calendar days")
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "revision"], name="calendar_day_once_a_revision"
            ),
        ]

    def __str__(self) -> str:
        return str(self.day)
