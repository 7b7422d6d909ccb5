"""Sittings: that they end, that nothing goes on in one that is over, that their rolls agree."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q

from council.enums.agenda import ItemState
from council.enums.bookings import BookingStatus
from council.enums.meetings import (
    MEETING_HELD,
    MEETING_PLANNED,
    MEETING_RUNNING,
    MeetingKind,
    MeetingState,
    RollStanding,
    ToldOf,
)
from council.models import (
    AgendaItem,
    Command,
    Meeting,
    MeetingCouncil,
    Presence,
    Roll,
    Speech,
    Told,
)
from council.queries.soundness.check import LATE, Check, of_sittings, sittings

# Nobody talks for so long: it was left, and blocks nothing only once it is closed.
LONGEST = timedelta(days=1)
REHEARSED = timedelta(days=2)
OVER = MEETING_HELD | {MeetingState.CANCELLED}
MEMBER = RollStanding.MEMBER


def _open_too_long(now: datetime) -> list[str]:
    rows = Meeting.objects.filter(state__in=MEETING_RUNNING, opened_at__lt=now - LONGEST)
    return sittings(rows.filter(rehearsal=False))


def _old_rehearsals(now: datetime) -> list[str]:
    return sittings(Meeting.objects.filter(rehearsal=True, starts_at__lt=now - REHEARSED))


def _items_on(now: datetime) -> list[str]:
    rows = AgendaItem.objects.filter(state=ItemState.ON)
    return of_sittings(rows.exclude(meeting__state__in=MEETING_RUNNING), "meeting")


def _speaking(now: datetime) -> list[str]:
    rows = Speech.objects.filter(began_at__isnull=False, ended_at=None)
    return of_sittings(rows.exclude(meeting__state__in=MEETING_RUNNING), "meeting")


def _still_there(now: datetime) -> list[str]:
    rows = Presence.objects.filter(left_at=None, roll__meeting__state__in=OVER)
    return of_sittings(rows, "roll__meeting")


def _counted_otherwise(now: datetime) -> list[str]:
    lines = Count("roll", filter=Q(roll__standing=MEMBER))
    rows = Meeting.objects.filter(members_total__isnull=False).annotate(lines=lines)
    return sittings(rows.exclude(lines=F("members_total")))


def _strange_members(now: datetime) -> list[str]:
    joined = MeetingCouncil.objects.filter(meeting=OuterRef("meeting"), council=OuterRef("council"))
    rows = Roll.objects.filter(standing=MEMBER, meeting__rehearsal=False)
    rows = rows.exclude(council=F("meeting__council")).exclude(Exists(joined))
    return of_sittings(rows, "meeting")


def _joint_alone(now: datetime) -> list[str]:
    others = Exists(MeetingCouncil.objects.filter(meeting=OuterRef("pk")))
    joint = Q(kind=MeetingKind.JOINT)
    with_itself = Q(joined__council=F("council"))
    return sittings(Meeting.objects.filter((joint & ~others) | (~joint & others) | with_itself))


def _untold(now: datetime) -> list[str]:
    """Whoever has an account; of the others the page says that they are told by word of mouth."""
    of = [ToldOf.CALLED, ToldOf.MOVED]
    told = Told.objects.filter(
        meeting=OuterRef("meeting"),
        person=OuterRef("person"),
        call=OuterRef("meeting__calls"),
        of__in=of,
    )
    rows = Roll.objects.filter(
        meeting__state=MeetingState.CALLED, person__isnull=False, standing=MEMBER
    )
    return of_sittings(rows.exclude(Exists(told)), "meeting")


def _unreminded(now: datetime) -> list[str]:
    rows = Meeting.objects.filter(state=MeetingState.CALLED, starts_at__gt=now)
    return sittings(rows.filter(remind_at__lt=now - LATE))


def _without_code(now: datetime) -> list[str]:
    rows = Meeting.objects.filter(state__in=MEETING_RUNNING | {MeetingState.CALLED}, code="")
    return sittings(rows.filter(rehearsal=False))


def _otherwise_booked(now: datetime) -> list[str]:
    planned = Meeting.objects.filter(state__in=MEETING_PLANNED, rehearsal=False)
    kept = Q(
        booking__status=BookingStatus.BOOKED,
        booking__venue=F("venue"),
        booking__during__startswith=F("starts_at"),
        booking__during__endswith=F("ends_at"),
    )
    return sittings(planned.filter(venue__isnull=False).exclude(kept))


def _ahead_of_itself(now: datetime) -> list[str]:
    return of_sittings(Command.objects.filter(seq__gt=F("meeting__version")), "meeting")


SITTINGS = (
    Check("has been open for more than a day: close it or cancel it", _open_too_long),
    Check("is a rehearsal that was not thrown away", _old_rehearsals),
    Check("does not run, but an item is on", _items_on),
    Check("does not run, but somebody has the floor", _speaking),
    Check("is over, but somebody is still written down as there", _still_there),
    Check("counts other members than stand on its roll", _counted_otherwise),
    Check("has members of a council that does not sit in it", _strange_members),
    Check("is joint with nobody, or with itself, or is not called joint", _joint_alone),
    Check("is called, but not all of its members were told", _untold),
    Check("is called, but its people were not reminded when it was time", _unreminded),
    Check("has no code to join with", _without_code),
    Check("has a venue that is not booked for it at its time", _otherwise_booked),
    Check("has commands in its log that are newer than itself", _ahead_of_itself),
)
