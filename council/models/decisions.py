"""What was decided on an item, and who was asked to do it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.enums.decisions import Effect, PledgeState
from council.models.agenda import AgendaItem
from council.models.meetings import PERSON
from council.models.votes import Vote
from grids.models import Body
from issues.models import Commitment


class Resolution(models.Model):
    """One on an item. Without a vote it is what the family agreed on, never for a major matter.

    `minority` is the dissent that stays with the matter and travels up with it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="resolution")
    vote = models.OneToOneField(
        Vote, null=True, blank=True, on_delete=models.PROTECT, related_name="resolution"
    )
    text = models.TextField(_("what was decided"), max_length=1000)
    adopted = models.BooleanField()
    quorate = models.BooleanField()
    effect = models.CharField(max_length=8, choices=Effect.choices)
    minority = models.TextField(_("what the minority says"), max_length=1000, blank=True)
    owners_note = models.CharField(max_length=400, blank=True)
    assembly_note = models.CharField(max_length=400, blank=True)
    postponed_to = models.DateField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="resolution_effect_known", condition=Q(effect__in=Effect.values)
            ),
            models.CheckConstraint(
                name="resolution_postponed_has_a_day",
                condition=~Q(effect="postpone") | Q(postponed_to__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.effect}"


class Pledge(models.Model):
    """What a body is asked to do by a day; its own hand makes a commitment of it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="pledges")
    # None: somebody who is no body of ours, named in `outside_name`.
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="pledges"
    )
    outside_name = models.CharField(max_length=60, blank=True)
    text = models.CharField(_("what shall be done"), max_length=400)
    due_on = models.DateField(_("until"))
    state = models.CharField(max_length=8, choices=PledgeState.choices)
    asked_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    declined_because = models.CharField(max_length=400, blank=True)
    commitment = models.OneToOneField(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="pledge"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="pledge_asks_somebody", condition=Q(body__isnull=False) | ~Q(outside_name="")
            ),
            models.CheckConstraint(
                name="pledge_accepted_is_a_commitment",
                condition=Q(state="accepted", commitment__isnull=False)
                | Q(state="accepted", body__isnull=True)
                | (~Q(state="accepted") & Q(commitment__isnull=True)),
            ),
            models.CheckConstraint(
                name="pledge_declined_says_why",
                condition=~Q(state="declined") | ~Q(declined_because=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["answer_by"], condition=Q(state="asked"), name="pledge_waits_for_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.resolution_id} {self.state}"
