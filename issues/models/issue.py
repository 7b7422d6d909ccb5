"""The issue itself: a resident's own words, and its state."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clocks.reading_moment import PAPER, Seen, shows_year
from grids.models import Body, Building, Category, Estate, Venue
from issues.enums.matter import MatterClass, Source, SpeaksAs, Spot, Visibility
from issues.enums.stages import ENDED_STAGES, Ending, Stage
from issues.enums.turns import Level
from issues.references import said


class IssueQuerySet(models.QuerySet["Issue"]):
    def open(self) -> IssueQuerySet:
        return self.filter(ended_at=None)

    def public(self) -> IssueQuerySet:
        return self.filter(visibility=Visibility.PUBLIC)


class Issue(models.Model):
    """An issue. `community` is that of the grid when it was raised; `version` grows with each act.

    `text` is the resident's own; only `public_title` and `public_text` are ever shown to the
    public. `promised_by` is the first promise made to the resident and is never reset.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True)
    number = models.PositiveIntegerField(_("number"))
    year = models.PositiveSmallIntegerField(_("year"))
    community = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    grid = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    building = models.ForeignKey(Building, null=True, blank=True, on_delete=models.PROTECT)
    venue = models.ForeignKey(Venue, null=True, blank=True, on_delete=models.PROTECT)
    # At no place that has a row: in an estate, or anywhere in the community.
    estate = models.ForeignKey(Estate, null=True, blank=True, on_delete=models.PROTECT)
    spot = models.CharField(max_length=6, choices=Spot.choices, blank=True, default="")
    # The resident's words about the place. They may name a door, so they are never public.
    place_note = models.CharField(max_length=120, blank=True)
    # WGS-84, as the phone's browser gives it.
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True)

    title = models.CharField(max_length=60, blank=True)
    text = models.TextField(max_length=4000)
    public_title = models.CharField(max_length=60, blank=True)
    public_text = models.TextField(max_length=4000, blank=True)
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT)
    danger = models.BooleanField(default=False)
    private_wish = models.BooleanField(default=False)
    visibility = models.CharField(
        max_length=8, choices=Visibility.choices, default=Visibility.PENDING
    )

    source = models.CharField(max_length=12, choices=Source.choices, default=Source.WEB)
    outside_number = models.CharField(max_length=40, blank=True)
    outside_due_at = models.DateTimeField(null=True, blank=True)

    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="issues",
    )
    speaks_as = models.CharField(max_length=8, choices=SpeaksAs.choices, default=SpeaksAs.RESIDENT)
    shop_name = models.CharField(max_length=40, blank=True)
    # The person it is about if a representative 代办人 raised it, and whether they agreed.
    for_someone_else = models.BooleanField(default=False)
    consent_noted = models.BooleanField(default=False)
    contact_name = models.CharField(max_length=40, blank=True)
    # May be a landline with its extension.
    contact_phone = models.CharField(max_length=24, blank=True)

    matter_class = models.CharField(max_length=6, choices=MatterClass.choices, blank=True)
    stage = models.CharField(max_length=11, choices=Stage.choices, default=Stage.COLLECT)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.GRID)
    first_receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # How often the resident answered "partly" or "not".
    unsolved_rounds = models.PositiveSmallIntegerField(default=0)
    ending = models.CharField(max_length=9, choices=Ending.choices, blank=True)
    ending_note = models.CharField(max_length=400, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    # Since when it is handled there: later than its end, if that one was merged on.
    merged_at = models.DateTimeField(null=True, blank=True)

    raised_at = models.DateTimeField()
    # What was said until then has been checked for the public.
    published_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    promised_by = models.DateTimeField(null=True, blank=True)
    # How many said that it happened to them too: as many as there are rows of `supports`.
    supporters = models.PositiveIntegerField(default=0)
    # When something last happened that everybody could read (`Case.record`).
    last_progress_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        constraints = [
            models.UniqueConstraint(
                fields=["community", "year", "number"], name="issue_number_unique"
            ),
            models.CheckConstraint(
                name="issue_stage_known", condition=models.Q(stage__in=Stage.values)
            ),
            models.CheckConstraint(
                name="issue_level_known", condition=models.Q(level__in=Level.values)
            ),
            models.CheckConstraint(
                name="issue_class_known",
                condition=models.Q(matter_class__in=[*MatterClass.values, ""]),
            ),
            models.CheckConstraint(
                name="issue_ended_has_time",
                condition=models.Q(stage__in=ENDED_STAGES, ended_at__isnull=False)
                | (~models.Q(stage__in=ENDED_STAGES) & models.Q(ended_at__isnull=True)),
            ),
            models.CheckConstraint(
                name="issue_merged_into_another",
                condition=models.Q(stage=Stage.MERGED, merged_into__isnull=False)
                | (~models.Q(stage=Stage.MERGED) & models.Q(merged_into__isnull=True)),
            ),
            models.CheckConstraint(
                name="issue_merged_since",
                condition=models.Q(merged_into__isnull=True, merged_at__isnull=True)
                | models.Q(merged_into__isnull=False, merged_at__isnull=False),
            ),
            models.CheckConstraint(
                name="issue_public_was_checked",
                condition=~models.Q(visibility=Visibility.PUBLIC) | ~models.Q(public_text=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-raised_at", "-id"],
                name="issue_public_newest",
                condition=models.Q(visibility=Visibility.PUBLIC),
            ),
            models.Index(
                fields=["grid", "-raised_at", "-id"],
                name="issue_public_grid",
                condition=models.Q(visibility=Visibility.PUBLIC),
            ),
            models.Index(
                fields=["community", "-raised_at", "-id"],
                name="issue_public_community",
                condition=models.Q(visibility=Visibility.PUBLIC),
            ),
            *(
                models.Index(
                    fields=[place, f"-{column}", "-id"],
                    name=f"issue_public_{place}_{order}",
                    condition=models.Q(visibility=Visibility.PUBLIC),
                )
                for place in ("community", "grid")
                for order, column in (("most", "supporters"), ("last", "last_progress_at"))
            ),
            # The same of what is open: what has ended since is many times as much.
            *(
                models.Index(
                    fields=[place, f"-{column}", "-id"],
                    name=f"issue_open_{place}_{order}",
                    condition=models.Q(visibility=Visibility.PUBLIC, ended_at__isnull=True),
                )
                for place in ("community", "grid")
                for order, column in (
                    ("newest", "raised_at"),
                    ("most", "supporters"),
                    ("last", "last_progress_at"),
                )
            ),
            models.Index(fields=["community", "stage"], name="issue_community_stage"),
            # For what is open in a place, and what ended there last.
            models.Index(
                fields=["grid"], name="issue_open_grid", condition=models.Q(ended_at__isnull=True)
            ),
            models.Index(
                fields=["community"],
                name="issue_open_community",
                condition=models.Q(ended_at__isnull=True),
            ),
            models.Index(
                fields=["grid", "-ended_at", "-id"],
                name="issue_ended_grid",
                condition=models.Q(ended_at__isnull=False),
            ),
            models.Index(
                fields=["community", "-ended_at", "-id"],
                name="issue_ended_community",
                condition=models.Q(ended_at__isnull=False),
            ),
            models.Index(fields=["reporter", "-raised_at"], name="issue_reporter"),
            models.Index(
                fields=["reporter", "raised_at"],
                name="issue_waits_for_a_word",
                condition=models.Q(stage=Stage.CONFIRM),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def spoken(self) -> str:
        """The reference as people say it now: 珠玑东 42 号 for ZJD-2026-0042."""
        return self.spoken_as(timezone.now())

    @property
    def spoken_on_paper(self) -> str:
        return self.spoken_as(PAPER)

    def spoken_as(self, seen: Seen) -> str:
        told = shows_year(date(self.year, 1, 1), seen)
        return said(self.community.call_name, self.number, self.year if told else None)

    @property
    def is_open(self) -> bool:
        return self.stage not in ENDED_STAGES

    @property
    def stream(self) -> str:
        """The name of the issue's stream in the record."""
        return f"issue:{self.uid}"

    @property
    def inside_stream(self) -> str:
        """Of who looked at what, and of notes; it stays private even if the issue is public."""
        return f"{self.stream}:inside"

    @property
    def is_dispute(self) -> bool:
        """Disputes are private, and no clock pushes them to departments."""
        return self.category is not None and self.category.private


class ReferenceCounter(models.Model):
    """The last number given in a community and a Shanghai year; gaps are allowed."""

    community = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "year"], name="reference_counter_once"),
        ]

    def __str__(self) -> str:
        return f"{self.community_id}/{self.year}: {self.last}"
