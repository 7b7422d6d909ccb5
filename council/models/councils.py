"""A council of a grid or of a community, and the seats it has."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.enums.members import SeatKind
from grids.models import Body


class Council(models.Model):
    """The council that sits for `body`, a grid or a community, and its rules.

    Quorum: `quorum_numerator` of `quorum_denominator` of all members are there, and where
    `needs_each_kind`, somebody of each kind that has members. `posting_days` are working days.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="councils", verbose_name=_("sits for")
    )
    quorum_numerator = models.PositiveSmallIntegerField(_("quorum: so many"), default=2)
    quorum_denominator = models.PositiveSmallIntegerField(_("quorum: of so many"), default=3)
    needs_each_kind = models.BooleanField(
        _("a quorum needs somebody of each kind of member"), default=False
    )
    seconds_needed = models.PositiveSmallIntegerField(_("seconders needed"), default=2)
    posting_days = models.PositiveSmallIntegerField(_("posted for so many working days"), default=5)
    term_months = models.PositiveSmallIntegerField(_("length of a term in months"), default=36)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("council")
        verbose_name_plural = _("councils")
        ordering = ["body__path"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"],
                condition=models.Q(active=True),
                name="council_one_of_a_body",
                violation_error_message=_("This body already has a council."),
            ),
            models.CheckConstraint(
                name="council_quorum_is_a_part",
                condition=models.Q(quorum_numerator__gte=1)
                & models.Q(quorum_denominator__gte=models.F("quorum_numerator")),
                violation_error_message=_("The quorum is a part of the members, at most all."),
            ),
            models.CheckConstraint(
                name="council_term_has_length",
                condition=models.Q(term_months__gte=1, term_months__lte=120),
                violation_error_message=_("A term lasts between 1 and 120 months."),
            ),
            models.CheckConstraint(
                name="council_is_posted_some_days",
                condition=models.Q(posting_days__gte=1, posting_days__lte=60),
                violation_error_message=_("Names are posted between 1 and 60 working days."),
            ),
            models.CheckConstraint(
                name="council_seconds_needed",
                condition=models.Q(seconds_needed__gte=1, seconds_needed__lte=50),
                violation_error_message=_("Between 1 and 50 neighbours second."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Council of the 1st grid, 第一网格议事会."""
        return gettext("%(body)s council") % {"body": self.body.call_name}

    @property
    def stream(self) -> str:
        """Of its record; candidacies and terms are written there too."""
        return f"council:{self.uid}"

    @property
    def inside_stream(self) -> str:
        """Of what never goes public: objections."""
        return f"council:{self.uid}:inside"


class Seat(models.Model):
    """How many seats of a council a kind of members has."""

    council = models.ForeignKey(
        Council, on_delete=models.CASCADE, related_name="seats", verbose_name=_("council")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=SeatKind.choices)
    number = models.PositiveSmallIntegerField(_("seats"))

    class Meta:
        verbose_name = _("seats of a kind")
        verbose_name_plural = _("seats")
        ordering = ["council", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "kind"], name="seat_kind_once"),
            models.CheckConstraint(
                name="seat_kind_known", condition=models.Q(kind__in=SeatKind.values)
            ),
            models.CheckConstraint(
                name="seat_number_in_reason",
                condition=models.Q(number__gte=1, number__lte=60),
                violation_error_message=_("Between 1 and 60 seats; take the row away for none."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.number}"
