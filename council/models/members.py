"""Who is a member from when until when; who asked leave."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext_lazy as _

from council.enums.members import EndedReason, SeatKind
from council.models.candidacies import REASON, Candidacy
from council.models.councils import Council


class CouncilMemberQuerySet(models.QuerySet["CouncilMember"]):
    def on(self, day: date | models.Expression) -> CouncilMemberQuerySet:
        """Whose term holds `day`, in Asia/Shanghai."""
        return self.filter(term__contains=day)


class HasDays:
    """A span of days; a range holds its first day and not the day after its last."""

    @property
    def days(self) -> DateRange:
        raise NotImplementedError

    @property
    def first_day(self) -> date:
        day: date = self.days.lower
        return day

    @property
    def last_day(self) -> date:
        day: date = self.days.upper
        return day - timedelta(days=1)


class CouncilMember(HasDays, models.Model):
    """One term of one person on a seat of one kind; a seat of another kind is another row.

    `term` holds its first day and not the day after its last. Two terms of one person in one
    council never overlap, by constraint.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="council_terms"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=SeatKind.choices)
    term = DateRangeField(_("term"))
    # None for a term that was renewed.
    candidacy = models.OneToOneField(
        Candidacy, null=True, blank=True, on_delete=models.PROTECT, related_name="member"
    )
    ended_reason = models.CharField(max_length=8, choices=EndedReason.choices, blank=True)
    # Shown to the member and to the community's staff only.
    ended_because = models.CharField(max_length=REASON, blank=True)

    objects = CouncilMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("council member")
        verbose_name_plural = _("council members")
        ordering = ["council", "pk"]
        constraints = [
            ExclusionConstraint(
                name="member_terms_never_overlap",
                expressions=[
                    ("council", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("term", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                name="member_kind_known", condition=models.Q(kind__in=SeatKind.values)
            ),
            models.CheckConstraint(
                name="member_term_has_both_ends",
                condition=models.Q(
                    term__isempty=False, term__lower_inf=False, term__upper_inf=False
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_kind_display()}"

    @property
    def days(self) -> DateRange:
        days: DateRange = self.term
        return days


class Absence(HasDays, models.Model):
    """Days for which a member asked leave; the reason is read by the council's staff only."""

    member = models.ForeignKey(CouncilMember, on_delete=models.CASCADE, related_name="absences")
    period = DateRangeField(_("days"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["period"]
        constraints = [
            models.CheckConstraint(
                name="absence_has_both_ends",
                condition=models.Q(
                    period__isempty=False, period__lower_inf=False, period__upper_inf=False
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} · {self.period}"

    @property
    def days(self) -> DateRange:
        days: DateRange = self.period
        return days
