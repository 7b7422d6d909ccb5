"""A role given to a person at one body, from a day to a day."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grids.enums import Role
from grids.models.body import Body


class PostingQuerySet(models.QuerySet["Posting"]):
    def active_at(self, now: datetime) -> PostingQuerySet:
        """Postings in force at `now`: first and last day count, in Asia/Shanghai."""
        return self.active_on(timezone.localdate(now))

    def active_on(self, day: date | models.Expression) -> PostingQuerySet:
        """Postings in force on `day`, a date in Asia/Shanghai; both ends count."""
        return self.filter(starts_on__lte=day, body__active=True, user__is_active=True).filter(
            models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=day)
        )


class Posting(models.Model):
    """`role` at `body` from `starts_on` to `ends_on`, both days included."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name=_("person"),
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="postings", verbose_name=_("responsible body")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    # Shown to residents. It is the person's own number only if they want that.
    work_phone = models.CharField(_("work phone"), max_length=20, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ["body__path", "role", "starts_on"]
        indexes = [models.Index(fields=["user", "starts_on"], name="posting_user")]
        constraints = [
            models.CheckConstraint(
                name="posting_role_known", condition=models.Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="posting_ends_after_start",
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=["user", "body", "role", "starts_on"], name="posting_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.body}"
