"""How long before it a council calls a sitting, by class of what is on its agenda."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models.councils import Council
from council.order.notice import LONGEST_NOTICE
from issues.enums.matter import MatterClass


class NoticeRule(models.Model):
    """Where a council has no row for a class, `council.order.notice` has the usual span."""

    council = models.ForeignKey(
        Council, on_delete=models.CASCADE, related_name="notice_rules", verbose_name=_("council")
    )
    matter_class = models.CharField(_("class"), max_length=6, choices=MatterClass.choices)
    working_days = models.PositiveSmallIntegerField(_("working days"))

    class Meta:
        verbose_name = _("notice of a sitting")
        verbose_name_plural = _("notices of sittings")
        ordering = ["council", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "matter_class"],
                name="notice_rule_once",
                violation_error_message=_("There is a row for this class already."),
            ),
            models.CheckConstraint(
                name="notice_rule_class_known",
                condition=models.Q(matter_class__in=MatterClass.values),
            ),
            models.CheckConstraint(
                name="notice_rule_in_reason",
                condition=models.Q(working_days__lte=LONGEST_NOTICE),
                violation_error_message=_("At most 30 working days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_class_display()} · {self.working_days}"
