"""What a sitting talks over, in which order, and what people think of it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Deferrable, Q
from django.utils.translation import gettext_lazy as _

from council.enums.agenda import ItemReason, ItemState, OpinionMoment, Stance
from council.models.councils import Council
from council.models.meetings import PERSON, Meeting
from council.models.roll import Roll
from issues.models import Issue


class AgendaItem(models.Model):
    """`limits` says what the law leaves to owners or the residents' assembly.

    `note` is what was said; `minutes_planned` is how long it is meant to take.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    issue = models.ForeignKey(
        Issue, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda_items"
    )
    title = models.CharField(_("title"), max_length=120)
    why = models.CharField(max_length=14, choices=ItemReason.choices)
    position = models.PositiveSmallIntegerField()
    minutes_planned = models.PositiveSmallIntegerField(_("minutes"), default=10)
    state = models.CharField(max_length=9, choices=ItemState.choices, default=ItemState.WAITING)
    limits = models.CharField(max_length=400, blank=True)
    note = models.TextField(max_length=2000, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    postponed_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_position_once",
                deferrable=Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["meeting", "issue"],
                condition=~Q(state="dropped"),
                name="agenda_issue_once",
            ),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state="on"), name="agenda_one_item_on"
            ),
            models.CheckConstraint(
                name="agenda_minutes_in_reason", condition=Q(minutes_planned__range=(1, 240))
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Recusal(models.Model):
    """Whoever is touched by an item votes on nothing in it; they still count as present."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="recusals")
    roll = models.ForeignKey(Roll, on_delete=models.CASCADE, related_name="recusals")
    # Read by chair, recorder and the one it is about.
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "roll"], name="recusal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.roll_id}"


class Opinion(models.Model):
    """What somebody thinks of an item, said before or after the sitting; one of each."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="opinions")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    moment = models.CharField(max_length=6, choices=OpinionMoment.choices)
    stance = models.CharField(max_length=7, choices=Stance.choices)
    words = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person", "moment"], name="opinion_one_of_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.moment}"


class ProposalPutOff(models.Model):
    """A matter that proposed itself and shall not until `until`, that day included."""

    council = models.ForeignKey(Council, on_delete=models.CASCADE, related_name="put_off")
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="+")
    until = models.DateField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "issue"], name="proposal_put_off_once"),
        ]

    def __str__(self) -> str:
        return f"{self.council_id} {self.issue_id}"
