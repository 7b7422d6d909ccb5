"""金点子: the council asks for ideas; what comes in are matters like any other."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.enums.calls import CallState
from council.models.councils import Council
from grids.models import Body
from issues.models import Issue

PROMPT, WHY = 1000, 400


class Call(models.Model):
    """Ideas come in from `opens_on` to `closes_on`, both days included, in Asia/Shanghai.

    `grids` are those that are asked; without any, all for which the council sits. `closed_at` is
    set where it was closed before its last day.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="calls")
    title = models.CharField(_("title"), max_length=40)
    prompt = models.TextField(_("what is asked"), max_length=PROMPT)
    opens_on = models.DateField(_("first day"))
    closes_on = models.DateField(_("last day"))
    closed_at = models.DateTimeField(null=True, blank=True)
    grids = models.ManyToManyField(Body, blank=True, related_name="+")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("call for ideas")
        verbose_name_plural = _("calls for ideas")
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="call_ends_after_it_begins",
                condition=models.Q(closes_on__gte=models.F("opens_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def state_on(self, day: date) -> CallState:
        if self.closed_at is not None or day > self.closes_on:
            return CallState.OVER
        return CallState.TO_COME if day < self.opens_on else CallState.OPEN


class CallIdea(models.Model):
    """A matter that came in for a call; neighbours second it as they do with every matter.

    `named`: its author wants their name beside it. `told_at`: when they were told that it has
    been carried out.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="ideas")
    issue = models.OneToOneField(Issue, on_delete=models.PROTECT, related_name="call_idea")
    named = models.BooleanField(default=False)
    chosen_at = models.DateTimeField(null=True, blank=True)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    why = models.CharField(_("why"), max_length=WHY, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("idea")
        verbose_name_plural = _("ideas")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["issue"], name="call_idea_untold", condition=models.Q(told_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="call_idea_chosen_whole",
                condition=models.Q(chosen_at__isnull=True, chosen_by__isnull=True, why="")
                | (models.Q(chosen_at__isnull=False, chosen_by__isnull=False) & ~models.Q(why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.call} · {self.issue_id}"
