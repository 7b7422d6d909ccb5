"""A sitting from its first draft to its published minutes, and who is in the room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    PLANNED = "planned", _("planned sitting")
    INSTANT = "instant", _("talk on the spot")
    JOINT = "joint", _("joint sitting")


class Manner(models.TextChoices):
    """How it is talked: as a family by default, by rules of order when that is wanted."""

    FAMILY = "family", _("family talk")
    RULES = "rules", _("rules of order")


class MeetingState(models.TextChoices):
    DRAFT = "draft", _("draft")
    CALLED = "called", _("called")
    OPEN = "open", _("sitting now")
    PAUSED = "paused", _("in a pause")
    CLOSED = "closed", _("closed, minutes to write")
    MINUTED = "minuted", _("minutes written, to be signed")
    SIGNED = "signed", _("minutes signed")
    PUBLISHED = "published", _("minutes published")
    CANCELLED = "cancelled", _("cancelled")


# What is not here is refused. From MINUTED back to CLOSED the minutes are corrected; what is
# signed stays, and only an addendum stands beside it.
MEETING_TRANSITIONS: dict[MeetingState, frozenset[MeetingState]] = {
    MeetingState.DRAFT: frozenset({MeetingState.CALLED, MeetingState.CANCELLED, MeetingState.OPEN}),
    MeetingState.CALLED: frozenset({MeetingState.DRAFT, MeetingState.OPEN, MeetingState.CANCELLED}),
    MeetingState.OPEN: frozenset(
        {MeetingState.PAUSED, MeetingState.CLOSED, MeetingState.CANCELLED}
    ),
    MeetingState.PAUSED: frozenset(
        {MeetingState.OPEN, MeetingState.CLOSED, MeetingState.CANCELLED}
    ),
    MeetingState.CLOSED: frozenset({MeetingState.MINUTED}),
    MeetingState.MINUTED: frozenset({MeetingState.CLOSED, MeetingState.SIGNED}),
    MeetingState.SIGNED: frozenset({MeetingState.PUBLISHED}),
    MeetingState.PUBLISHED: frozenset(),
    MeetingState.CANCELLED: frozenset(),
}
MEETING_PLANNED = frozenset({MeetingState.DRAFT, MeetingState.CALLED})
MEETING_RUNNING = frozenset({MeetingState.OPEN, MeetingState.PAUSED})
MEETING_HELD = frozenset(
    {MeetingState.CLOSED, MeetingState.MINUTED, MeetingState.SIGNED, MeetingState.PUBLISHED}
)
# What everybody may see in the calendar: a draft is its makers' own.
MEETING_PUBLIC = frozenset(MeetingState) - {MeetingState.DRAFT}


class RollStanding(models.TextChoices):
    """As what somebody is in the room; only members vote and count for the quorum."""

    MEMBER = "member", _("member")
    PARTY = "party", _("party to an item")
    INVITED = "invited", _("invited")
    RESIDENT = "resident", _("resident")


class Arrival(models.TextChoices):
    """How a presence was written down."""

    CODE = "code", _("with the code, by their own hand")
    TAP = "tap", _("by a tap at the table")
    NAME = "name", _("walked in, by name")


class Apology(models.TextChoices):
    """Why a member is not there."""

    LEAVE = "leave", _("asked leave")
    ILL = "ill", _("ill")
    AWAY = "away", _("away")


class ToldOf(models.TextChoices):
    """What the people of a sitting were told."""

    CALLED = "called", _("called")
    MOVED = "moved", _("moved")
    RECALLED = "recalled", _("recalled")
    CANCELLED = "cancelled", _("cancelled")
