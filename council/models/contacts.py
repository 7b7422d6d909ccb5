"""What a member notes for themselves: whom to see this month, and what was said.

Nobody else reads it, not the community and not the other members; from all of it together only
counts by building are made.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.enums.contacts import ContactWay
from council.models.members import CouncilMember
from grids.models import Building
from issues.models import Issue

OPINION = 1000


class ContactPlan(models.Model):
    """A household to see in the month that begins on `month`."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    member = models.ForeignKey(CouncilMember, on_delete=models.CASCADE, related_name="plans")
    month = models.DateField(_("month"))
    label = models.CharField(_("household"), max_length=40)
    building = models.ForeignKey(Building, null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        verbose_name = _("planned contact")
        verbose_name_plural = _("planned contacts")
        ordering = ["pk"]
        indexes = [models.Index(fields=["month", "member"], name="contact_plan_month")]
        constraints = [
            models.CheckConstraint(
                name="contact_plan_month_begins", condition=models.Q(month__day=1)
            ),
            models.UniqueConstraint(
                fields=["member", "month", "label", "building"],
                nulls_distinct=False,
                name="contact_plan_once",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Contact(models.Model):
    """`opinion` is what the household said; `issue` what it was raised as."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    member = models.ForeignKey(CouncilMember, on_delete=models.CASCADE, related_name="contacts")
    plan = models.ForeignKey(
        ContactPlan, null=True, blank=True, on_delete=models.SET_NULL, related_name="contacts"
    )
    building = models.ForeignKey(Building, null=True, blank=True, on_delete=models.PROTECT)
    held_at = models.DateTimeField()
    way = models.CharField(_("way"), max_length=7, choices=ContactWay.choices)
    opinion = models.TextField(max_length=OPINION, blank=True)
    issue = models.ForeignKey(
        Issue, null=True, blank=True, on_delete=models.PROTECT, related_name="contacts"
    )

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-held_at", "-pk"]
        indexes = [
            models.Index(fields=["building", "held_at"], name="contact_building"),
            models.Index(fields=["member", "-held_at"], name="contact_member"),
        ]
        constraints = [
            models.CheckConstraint(
                name="contact_way_known", condition=models.Q(way__in=ContactWay.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} · {self.held_at:%F}"
