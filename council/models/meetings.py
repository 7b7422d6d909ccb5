"""A sitting: when, where, who runs it, and where it stands."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.enums.meetings import (
    MEETING_HELD,
    MEETING_RUNNING,
    Manner,
    MeetingKind,
    MeetingState,
    ToldOf,
)
from council.models.councils import Council
from grids.models import Body, Venue

PERSON = settings.AUTH_USER_MODEL
# Two minutes, two speeches: what Robert's rules come to in a courtyard.
SPEECH_SECONDS = 120
SPEECHES_EACH = 2


class Meeting(models.Model):
    """`council` is the host; of a joint sitting `MeetingCouncil` names the others.

    `members_total`, the quorum and whether each kind is needed are read from the council when the
    sitting opens, and stay as they were. `version` counts what was done in it. `code` is what is
    typed to join, `wall_key` opens the wall's page; both end with the sitting.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=8, choices=MeetingKind.choices)
    manner = models.CharField(max_length=8, choices=Manner.choices, default=Manner.FAMILY)
    state = models.CharField(max_length=10, choices=MeetingState.choices)
    title = models.CharField(_("title"), max_length=80)
    # Invented people only; it is shown nowhere else and writes nothing outside itself.
    rehearsal = models.BooleanField(default=False)

    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    venue = models.ForeignKey(
        Venue, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings"
    )
    place = models.CharField(_("place"), max_length=80, blank=True)
    # That the venue is taken for it; None where it has none, and once it is cancelled.
    booking = models.OneToOneField(
        "council.Booking",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meeting",
    )

    # The sitting at the end of which it was booked.
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )

    convened_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    convener = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    chair = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="chairs"
    )
    recorder = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="records"
    )
    # While the chair speaks to an item; None where the chair is in the chair.
    acting_chair = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    members_total = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_numerator = models.PositiveSmallIntegerField(default=2)
    quorum_denominator = models.PositiveSmallIntegerField(default=3)
    needs_each_kind = models.BooleanField(default=False)
    speech_seconds = models.PositiveSmallIntegerField(default=SPEECH_SECONDS)
    speeches_each = models.PositiveSmallIntegerField(default=SPEECHES_EACH)

    called_at = models.DateTimeField(null=True, blank=True)
    # How often it was called; the calendar's sequence follows it.
    calls = models.PositiveSmallIntegerField(default=0)
    # Why it was called at shorter notice than its agenda needs.
    short_notice_because = models.CharField(max_length=200, blank=True)
    # When its people are reminded next; None where nobody is.
    remind_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=6, blank=True)
    wall_key = models.CharField(max_length=32, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_state_known", condition=Q(state__in=MeetingState.values)
            ),
            models.CheckConstraint(
                name="meeting_chair_does_not_record",
                condition=Q(chair__isnull=True)
                | Q(recorder__isnull=True)
                | ~Q(chair=F("recorder")),
                violation_error_message=_("Who chairs the sitting can't also write it down."),
            ),
            models.CheckConstraint(
                name="meeting_ends_after_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It ends after it begins."),
            ),
            models.CheckConstraint(
                name="meeting_opened_before_closed",
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
            ),
            models.CheckConstraint(
                name="meeting_times_of_its_state",
                condition=(
                    Q(
                        state__in=sorted(MEETING_RUNNING),
                        opened_at__isnull=False,
                        closed_at__isnull=True,
                    )
                    | Q(
                        state__in=sorted(MEETING_HELD),
                        opened_at__isnull=False,
                        closed_at__isnull=False,
                    )
                    | Q(state__in=["draft", "called"], opened_at__isnull=True)
                    | Q(state="cancelled", cancelled_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="meeting_speech_in_reason",
                condition=Q(speech_seconds__range=(10, 1800), speeches_each__range=(1, 20)),
            ),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(state__in=["called", "open", "paused"]) & ~Q(code=""),
                name="meeting_code_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["follows"],
                condition=~Q(state="cancelled"),
                name="meeting_followed_by_one",
            ),
        ]
        indexes = [
            models.Index(fields=["council", "-starts_at"], name="meeting_of_a_council"),
            models.Index(fields=["-starts_at"], name="meeting_by_time"),
            models.Index(
                fields=["remind_at"],
                name="meeting_to_remind",
                condition=Q(remind_at__isnull=False),
            ),
            models.Index(fields=["venue", "starts_at"], name="meeting_at_a_venue"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """What it is called on a page: a talk about a matter by what the matter is about, while
        that is public.

        Read through `queries.meetings`; otherwise it is the title.
        """
        about = vars(self).get("about")
        if about is None:
            return self.title
        return (
            gettext("Talk: {title}").format(title=about) if about else gettext("Talk on the spot")
        )

    @property
    def stream(self) -> str:
        """Of its record."""
        return f"meeting:{self.uid}"

    @property
    def inside_stream(self) -> str:
        """Of what was done before it was called: a draft is its makers' own."""
        return f"{self.stream}:inside"

    @property
    def where(self) -> str:
        """The venue, and what more is said of the place."""
        names = [str(self.venue) if self.venue else "", self.place]
        return " · ".join(name for name in names if name)

    @property
    def where_kept(self) -> str:
        """The same for what is kept, in whichever language it is read."""
        names = [self.venue.name if self.venue else "", self.place]
        return " · ".join(name for name in names if name)

    @property
    def is_running(self) -> bool:
        return self.state in MEETING_RUNNING

    @property
    def chair_now_id(self) -> int | None:
        return self.acting_chair_id or self.chair_id


class MeetingCouncil(models.Model):
    """A council that sits in a joint sitting beside the host."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="joined")
    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="joint_meetings")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "council"], name="meeting_council_once"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.council_id}"


class Told(models.Model):
    """Who was told of a sitting, of which call, and when."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="told")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    of = models.CharField(max_length=9, choices=ToldOf.choices)
    call = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person", "of", "call"], name="told_once_of_each_call"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.of}"
