"""A sitting before one reader, or a council that is asked for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.urls import reverse

from council.acts.meetings import MEETING_ACTS
from council.addresses import address_of_meeting
from council.enums.meetings import MeetingState
from council.enums.planning import MeetingAct
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.models import Council, Meeting
from council.queries.councils import council_of, councils, facts_of_council
from council.queries.meetings import meeting_for, planning_facts
from council.queries.subject import AskedCouncil, TableSubject
from council.queries.viewer import viewer_of
from council.rules.meetings import convenes, records_talk
from grids.standing import Standing


class ConveningSubject(AskedCouncil):
    """A council that is asked for a sitting: for a plan of one, or for a talk written down."""

    @property
    def address(self) -> str:
        return reverse("council:sittings")

    def may(self, act: str) -> bool:
        asked = records_talk if act == MeetingAct.RECORD_TALK else convenes
        return asked(self.viewer, facts_of_council(self.council))


@dataclass(frozen=True, kw_only=True)
class MeetingSubject(TableSubject):
    """A sitting before one reader. `about` is the item or matter that the act is about, if any.

    `device` is the device that asks: one press may also give a command at the table.
    """

    acts = MEETING_ACTS

    meeting: Meeting
    viewer: Viewer
    now: datetime
    about: UUID | None = None
    device: str = ""

    @cached_property
    def facts(self) -> MeetingFacts:
        return planning_facts(self.meeting, self.viewer, now=self.now)

    @property
    def address(self) -> str:
        return address_of_meeting(self.meeting)

    @property
    def title(self) -> str:
        return self.meeting.name

    @property
    def version(self) -> int:
        return self.meeting.version

    @property
    def stream(self) -> str:
        draft = self.meeting.state == MeetingState.DRAFT
        return self.meeting.inside_stream if draft else self.meeting.stream


def convening_subject(code: str, viewer: Viewer) -> ConveningSubject | None:
    council = council_of(code)
    return None if council is None else ConveningSubject(council=council, viewer=viewer)


def meeting_subject(
    uid: UUID, viewer: Viewer, *, now: datetime, about: UUID | None = None, device: str = ""
) -> MeetingSubject | None:
    meeting = meeting_for(uid, viewer, now=now)
    if meeting is None:
        return None
    return MeetingSubject(meeting=meeting, viewer=viewer, now=now, about=about, device=device)


def asked_of(viewer: Viewer, act: MeetingAct) -> Sequence[Council]:
    """The councils of which the person may ask it."""
    if viewer.user_id is None:
        return ()
    asked = records_talk if act == MeetingAct.RECORD_TALK else convenes
    return [one for one in councils() if asked(viewer, facts_of_council(one))]


def talk_written_down(standing: Standing, now: datetime) -> str:
    """The address where it is done; "" where no council takes a talk from this person."""
    asked = asked_of(viewer_of(standing, now=now), MeetingAct.RECORD_TALK)
    return reverse("council:record_talk") if asked else ""
