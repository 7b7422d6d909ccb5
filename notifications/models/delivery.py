from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from notifications.enums import Channel, DeliveryState
from notifications.models.notice import Notice


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, now: datetime) -> DeliveryQuerySet:
        """Those that wait, whose time has come, and that nobody has leased."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lte=now)
        return self.filter(free, state=DeliveryState.WAITING, next_try_at__lte=now)


class Delivery(models.Model):
    """The sending of one notice by one channel.

    Whoever sends it holds a lease. `lease_until` also serves as a token: only the current holder
    may write down how it ended. `last_error` names a kind of fault, never a person.
    """

    notice = models.ForeignKey(
        Notice, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("notice")
    )
    channel = models.CharField(_("channel"), max_length=10, choices=Channel.choices)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=DeliveryState.choices,
        default=DeliveryState.WAITING,
    )
    next_try_at = models.DateTimeField(_("next try"))
    lease_until = models.DateTimeField(_("being sent until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    last_error = models.CharField(_("last fault"), max_length=100, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(fields=["notice", "channel"], name="delivery_once_a_channel"),
            models.CheckConstraint(
                name="delivery_sent_has_time",
                condition=Q(state=DeliveryState.SENT, sent_at__isnull=False)
                | (~Q(state=DeliveryState.SENT) & Q(sent_at__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                condition=Q(state=DeliveryState.WAITING),
                name="delivery_waiting",
            ),
            models.Index(
                fields=["notice"],
                condition=Q(state=DeliveryState.FAILED),
                name="delivery_failed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} {self.pk}"
