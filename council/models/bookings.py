"""When a venue is taken, and for what."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.enums.bookings import BookingStatus
from grids.models import Venue


class BookingQuerySet(models.QuerySet["Booking"]):
    def taken(self, begins: datetime, ends: datetime) -> BookingQuerySet:
        """Those not cancelled that share a moment with this time."""
        return self.filter(during__overlap=(begins, ends)).exclude(status=BookingStatus.CANCELLED)


class Booking(models.Model):
    """`during` holds its first moment and not its last, so bookings may touch each other.

    `purpose` is read by everybody on the venue's calendar. `version` grows with every act.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="bookings")
    during = DateTimeRangeField(_("time"))
    purpose = models.CharField(_("purpose"), max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="bookings"
    )
    booked_at = models.DateTimeField()
    status = models.CharField(
        max_length=9, choices=BookingStatus.choices, default=BookingStatus.BOOKED
    )
    version = models.PositiveIntegerField(default=1)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["during", "pk"]
        constraints = [
            ExclusionConstraint(
                name="booking_never_twice",
                expressions=[
                    ("venue", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=~models.Q(status=BookingStatus.CANCELLED),
            ),
            models.CheckConstraint(
                name="booking_status_known",
                condition=models.Q(status__in=BookingStatus.values),
            ),
            models.CheckConstraint(
                name="booking_has_both_ends",
                condition=models.Q(
                    during__isempty=False,
                    during__lower_inf=False,
                    during__upper_inf=False,
                    during__lower_inc=True,
                    during__upper_inc=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.venue} · {self.during}"

    @property
    def begins(self) -> datetime:
        moment: datetime = self.during.lower
        return moment

    @property
    def ends(self) -> datetime:
        moment: datetime = self.during.upper
        return moment
