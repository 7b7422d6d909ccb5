"""The policy as rows. An edit makes a new version."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clocks.enums import SpanKind
from issues.enums.deadlines import DeadlineKind, OnBreach, StartsAt
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnRole


class PolicyVersion(models.Model):
    """A running clock keeps the version that it came from."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    note = models.CharField(_("note"), max_length=200)
    in_force_from = models.DateTimeField(_("in force from"))

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")

    def __str__(self) -> str:
        return str(self.number)


class PolicyRule(models.Model):
    """One clock of the table: `amount` hours, working hours or working days.

    An empty `matter_class` means issues that are not classified yet.
    """

    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="rules")
    matter_class = models.CharField(max_length=6, choices=MatterClass.choices, blank=True)
    level = models.CharField(max_length=10, choices=Level.choices)
    role = models.CharField(max_length=5, choices=TurnRole.choices)
    kind = models.CharField(max_length=10, choices=DeadlineKind.choices)
    span_kind = models.CharField(max_length=16, choices=SpanKind.choices)
    amount = models.PositiveSmallIntegerField()
    starts = models.CharField(max_length=8, choices=StartsAt.choices)
    on_breach = models.CharField(max_length=12, choices=OnBreach.choices)

    class Meta:
        verbose_name = _("policy rule")
        verbose_name_plural = _("policy rules")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "matter_class", "level", "role", "kind"],
                name="policy_rule_once",
            ),
            models.CheckConstraint(name="policy_rule_amount", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.matter_class or '–'} {self.level} {self.role} {self.kind}"
