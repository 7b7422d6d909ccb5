"""Somebody on the way to a seat: recommended, seconded, checked, posted, confirmed, appointed."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.enums.members import (
    CANDIDACY_RUNNING,
    CandidacyState,
    ConsentWay,
    SeatKind,
)
from council.models.councils import Council
from grids.models import Building

REASON = 400
DATED = frozenset({CandidacyState.POSTED, CandidacyState.CONFIRMED, CandidacyState.APPOINTED})


class Candidacy(models.Model):
    """`person` is known once they agreed; until then there is a name only.

    What was said for them (`good_standing`, `ability`, `warmth`) is shown to everybody from the
    posting on; `version` grows with every act.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="candidacies")
    kind = models.CharField(_("kind"), max_length=12, choices=SeatKind.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="candidacies",
    )
    name = models.CharField(_("name"), max_length=40)
    building = models.ForeignKey(Building, null=True, blank=True, on_delete=models.PROTECT)
    recommended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="recommended"
    )
    recommended_at = models.DateTimeField()
    good_standing = models.TextField(_("standing"), max_length=REASON)
    ability = models.TextField(_("ability"), max_length=REASON)
    warmth = models.TextField(_("warmth"), max_length=REASON)

    consent_way = models.CharField(max_length=9, choices=ConsentWay.choices, blank=True)
    consent_at = models.DateTimeField(null=True, blank=True)
    consent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    state = models.CharField(
        max_length=11, choices=CandidacyState.choices, default=CandidacyState.RECOMMENDED
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    posted_at = models.DateTimeField(null=True, blank=True)
    posted_until = models.DateTimeField(null=True, blank=True)
    # When the staff were told that the posting is over.
    posting_told_at = models.DateTimeField(null=True, blank=True)
    committee_met_on = models.DateField(null=True, blank=True)
    # Told to the person and to whoever recommended them.
    ended_because = models.CharField(max_length=REASON, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("candidacy")
        verbose_name_plural = _("candidacies")
        ordering = ["-recommended_at", "-pk"]
        indexes = [
            models.Index(
                fields=["council", "-recommended_at"],
                name="candidacy_running",
                condition=models.Q(state__in=CANDIDACY_RUNNING),
            ),
            # What the clock looks for.
            models.Index(
                fields=["posted_until"],
                name="candidacy_posting_untold",
                condition=models.Q(state=CandidacyState.POSTED, posting_told_at__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="candidacy_state_known", condition=models.Q(state__in=CandidacyState.values)
            ),
            models.CheckConstraint(
                name="candidacy_kind_known", condition=models.Q(kind__in=SeatKind.values)
            ),
            models.CheckConstraint(
                name="candidacy_consent_whole",
                condition=models.Q(consent_way="", consent_at__isnull=True, consent_by__isnull=True)
                | (~models.Q(consent_way="") & models.Q(consent_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="candidacy_posted_has_dates",
                condition=~models.Q(state__in=DATED)
                | models.Q(
                    posted_at__isnull=False,
                    posted_until__gt=models.F("posted_at"),
                    person__isnull=False,
                    consent_at__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="candidacy_confirmed_has_a_date",
                condition=~models.Q(state__in=[CandidacyState.CONFIRMED, CandidacyState.APPOINTED])
                | models.Q(committee_met_on__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["council", "person"],
                condition=models.Q(state__in=CANDIDACY_RUNNING),
                name="candidacy_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seconding(models.Model):
    """A neighbour who stands by the recommendation."""

    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="secondings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("seconding")
        verbose_name_plural = _("secondings")
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "by"], name="seconding_once"),
        ]

    def __str__(self) -> str:
        return str(self.candidacy)


class Objection(models.Model):
    """Read by the community's staff and by whoever wrote it; empty once that person is erased."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    candidacy = models.ForeignKey(Candidacy, on_delete=models.CASCADE, related_name="objections")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="objections"
    )
    at = models.DateTimeField()
    text = models.TextField(max_length=2000)
    answer = models.TextField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["candidacy", "by"], name="objection_once"),
            models.CheckConstraint(
                name="objection_answered_whole",
                condition=models.Q(answered_at__isnull=True, answer="")
                | (models.Q(answered_at__isnull=False) & ~models.Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.candidacy)
