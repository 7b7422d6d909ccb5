"""What is put to the council in so many words."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.enums.motions import MotionState
from council.models.agenda import AgendaItem
from council.models.roll import Roll


class Motion(models.Model):
    """`amends` names the motion whose text this one would change; amendments aren't amended.

    `text` is how it reads now; `first_text` how it was moved, once an amendment changed it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="motions")
    amends = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="amendments"
    )
    text = models.TextField(_("what is put to the council"), max_length=1000)
    first_text = models.TextField(max_length=1000, blank=True)
    # None: the chair put it, which needs nobody to second it.
    moved_by = models.ForeignKey(
        Roll, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seconded_by = models.ForeignKey(
        Roll, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=9, choices=MotionState.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="motion_state_known", condition=Q(state__in=MotionState.values)
            ),
            models.CheckConstraint(
                name="motion_not_seconded_by_its_mover",
                condition=Q(seconded_by__isnull=True)
                | Q(moved_by__isnull=True)
                | ~Q(seconded_by=models.F("moved_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.state}"
