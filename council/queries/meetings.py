"""Sittings: one by its uid for whoever asks, and what the rules ask about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)

from accounts.queries.prepared import Given, PreparedQuery, given_key
from council.enums.agenda import ItemState
from council.enums.meetings import MEETING_PLANNED, MEETING_PUBLIC, MeetingKind, MeetingState
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.models import AgendaItem, Council, Meeting, MeetingCouncil, Roll
from council.queries.agenda import NOT_SHOWN
from council.queries.councils import facts_of_council
from council.queries.next_sitting import following
from council.rules.meetings import sees_meeting

# What a talk on the spot was about: the matter's public title, "" if it is not public any more.
ABOUT = Case(
    When(
        kind=MeetingKind.INSTANT,
        then=Subquery(
            AgendaItem.objects.filter(meeting=OuterRef("pk"), issue__isnull=False).values(
                called=Case(When(NOT_SHOWN, then=Value("")), default=F("issue__public_title"))
            )[:1]
        ),
    )
)


def meetings() -> QuerySet[Meeting]:
    """With what names them, council, venue, who runs them and what a talk was about, and with what
    is asked of a next one.
    """
    ended = MeetingCouncil.objects.filter(meeting=OuterRef("pk"), council__active=False)
    rows = Meeting.objects.annotate(
        about=ABOUT, joined_ended=Exists(ended), is_followed=Exists(following(OuterRef("pk")))
    )
    return rows.select_related(
        "council__body__parent",
        "venue",
        "convener",
        "chair",
        "recorder",
        "acting_chair",
        "lease__person",
        "booking",
    )


UID = Given("uid", UUIDField())
_by_uid = PreparedQuery(lambda: meetings().filter(uid=UID).order_by())
_by_key = PreparedQuery(lambda: meetings().filter(pk=given_key("meeting")).order_by())
_open_to_all = PreparedQuery(lambda: meetings().filter(open_to_all(), uid=UID).order_by())


def meeting_of(uid: UUID) -> Meeting | None:
    """The sitting, whoever asks: who may see it is still to be asked."""
    return _by_uid.first(uid=uid)


def meeting_again(key: int) -> Meeting:
    """As it is now. Raises Meeting.DoesNotExist."""
    return _by_key.get(meeting=key)


def open_to_all() -> Q:
    """`rules.meetings.sees_meeting` for a visitor, as a condition.

    So a sitting that isn't public takes them as long as one that doesn't exist.
    """
    shown = Q(state__in=MEETING_PUBLIC - {MeetingState.CANCELLED})
    return Q(rehearsal=False) & (shown | Q(calls__gt=0) | Q(opened_at__isnull=False))


def earlier_of(meeting: Meeting) -> Meeting | None:
    """The sitting that it follows."""
    return _by_key.first(meeting=meeting.follows_id) if meeting.follows_id else None


def joined_paths(meeting: Meeting) -> tuple[str, ...]:
    """The paths of the bodies of all its councils.

    This takes a statement only for a joint sitting that was read without them.
    """
    own = meeting.council.body.path
    if meeting.kind != MeetingKind.JOINT:
        return (own,)
    if hasattr(meeting, "joined_paths"):
        return (own, *meeting.joined_paths)
    others = MeetingCouncil.objects.filter(meeting=meeting).order_by("pk")
    return (own, *others.values_list("council__body__path", flat=True))


def councils_of(meeting: Meeting) -> list[Council]:
    """The host, then the other councils of a joint sitting."""
    others = Council.objects.filter(joint_meetings__meeting=meeting).order_by("joint_meetings__pk")
    return [meeting.council, *others.select_related("body__parent")]


def facts_of_meeting(meeting: Meeting, *, now: datetime) -> MeetingFacts:
    return MeetingFacts(
        council=facts_of_council(meeting.council),
        kind=MeetingKind(meeting.kind),
        state=MeetingState(meeting.state),
        chair_id=meeting.chair_id,
        recorder_id=meeting.recorder_id,
        convened_by_id=meeting.convened_by_id,
        paths=joined_paths(meeting),
        starts_at=meeting.starts_at,
        now=now,
        was_called=meeting.calls > 0 or meeting.opened_at is not None,
        rehearsal=meeting.rehearsal,
        all_sit_on=meeting.council.active and not getattr(meeting, "joined_ended", False),
        has_next=getattr(meeting, "is_followed", False),
    )


def planning_facts(meeting: Meeting, viewer: Viewer, *, now: datetime) -> MeetingFacts:
    """With what is asked before it runs, and whether they are on its roll: two statements
    more."""
    coming = AgendaItem.objects.filter(meeting=meeting, state=ItemState.WAITING)
    roll = Roll.objects.filter(meeting=meeting, person=viewer.user_id)
    planned = meeting.state in MEETING_PLANNED
    return replace(
        facts_of_meeting(meeting, now=now),
        has_items=not planned or coming.exists(),
        on_roll=viewer.user_id is not None and roll.exists(),
    )


def meeting_for(uid: UUID, viewer: Viewer, *, now: datetime) -> Meeting | None:
    """The sitting, for those who may see it."""
    meeting = _open_to_all.first(uid=uid) if viewer.user_id is None else meeting_of(uid)
    if meeting is None or not sees_meeting(viewer, facts_of_meeting(meeting, now=now)):
        return None
    return meeting
