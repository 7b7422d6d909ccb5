"""A sitting before one reader, or a council that is asked for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.urls import reverse

from acting.refusals import NotOpen
from council.acts import meetings as meeting_acts
from council.addresses import address_of_meeting
from council.enums.meetings import MeetingState
from council.enums.planning import MeetingAct
from council.facts import CouncilFacts, MeetingFacts, Viewer
from council.models import Council, Meeting
from council.queries.councils import council_of, councils, facts_of_council
from council.queries.meetings import meeting_for, planning_facts
from council.refusals import NotYours, WrongState
from council.rules import convenes, records_talk


@dataclass(frozen=True, kw_only=True)
class ConveningSubject:
    """A council of which a sitting is asked: to plan one, or to write a talk down."""

    council: Council
    viewer: Viewer
    version: int = 0

    @cached_property
    def facts(self) -> CouncilFacts:
        return facts_of_council(self.council)

    @property
    def address(self) -> str:
        return reverse("council:sittings")

    @property
    def title(self) -> str:
        return self.council.name

    @property
    def stream(self) -> str:
        return self.council.stream

    def closed(self, act: str) -> NotOpen | None:
        asked = records_talk if act == MeetingAct.RECORD_TALK else convenes
        return None if asked(self.viewer, self.facts) else NotYours()

    def offers(self, act: str) -> bool:
        return self.closed(act) is None


@dataclass(frozen=True, kw_only=True)
class MeetingSubject:
    """`about` is the item or the matter that an act is done to, if it is done to one."""

    meeting: Meeting
    viewer: Viewer
    now: datetime
    about: UUID | None = None

    @cached_property
    def facts(self) -> MeetingFacts:
        return planning_facts(self.meeting, self.viewer, now=self.now)

    @property
    def address(self) -> str:
        return address_of_meeting(self.meeting)

    @property
    def title(self) -> str:
        return self.meeting.title

    @property
    def version(self) -> int:
        return self.meeting.version

    @property
    def stream(self) -> str:
        draft = self.meeting.state == MeetingState.DRAFT
        return self.meeting.inside_stream if draft else self.meeting.stream

    def closed(self, act: str) -> NotOpen | None:
        if not meeting_acts.may(MeetingAct(act), self.viewer, self.facts):
            return NotYours()
        allowed = meeting_acts.state_allows(MeetingAct(act), self.facts)
        return None if allowed else WrongState()

    def offers(self, act: str) -> bool:
        return meeting_acts.offered(MeetingAct(act), self.viewer, self.facts)


def convening_subject(code: str, viewer: Viewer) -> ConveningSubject | None:
    council = council_of(code)
    return None if council is None else ConveningSubject(council=council, viewer=viewer)


def meeting_subject(
    uid: UUID, viewer: Viewer, *, now: datetime, about: UUID | None = None
) -> MeetingSubject | None:
    meeting = meeting_for(uid, viewer, now=now)
    if meeting is None:
        return None
    return MeetingSubject(meeting=meeting, viewer=viewer, now=now, about=about)


def asked_of(viewer: Viewer, act: MeetingAct) -> Sequence[Council]:
    """The councils of which the person may ask it."""
    if viewer.user_id is None:
        return ()
    asked = records_talk if act == MeetingAct.RECORD_TALK else convenes
    return [one for one in councils() if asked(viewer, facts_of_council(one))]
