"""Who calls, prepares, runs and sees a sitting."""

from __future__ import annotations

from typing import Protocol

from council.enums.meetings import MEETING_PUBLIC, MEETING_RUNNING, MeetingKind, MeetingState
from council.facts.councils import CouncilFacts
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.rules.councils import belongs
from grids.enums import Role


def convenes(viewer: Viewer, council: CouncilFacts) -> bool:
    """The head of the grid; for the community's council its lead or staff; the street for both."""
    standing = viewer.standing
    if council.path == council.community_path:
        return standing.holds_over(Role.LEAD, Role.STAFF, Role.DISPATCHER, path=council.path)
    return standing.holds_over(
        Role.GRID_HEAD, Role.LEAD, Role.STAFF, Role.DISPATCHER, path=council.path
    )


def records_talk(viewer: Viewer, council: CouncilFacts) -> bool:
    """A talk on the spot needs no notice: a member or grid worker writes it down."""
    return (
        convenes(viewer, council)
        or council.council_id in viewer.councils
        or viewer.standing.holds_over(Role.GRID_WORKER, path=council.path)
    )


def prepares(viewer: Viewer, meeting: MeetingFacts) -> bool:
    """Whoever convenes, chairs or writes it down keeps its agenda and its papers."""
    return runs_table(viewer.user_id, meeting) or convenes(viewer, meeting.council)


def calls(viewer: Viewer, meeting: MeetingFacts) -> bool:
    """Calling and cancelling: for whoever convenes or chairs it, not for its recorder."""
    chairs = viewer.user_id is not None and viewer.user_id == meeting.chair_id
    return chairs or convenes(viewer, meeting.council)


def plans_next(viewer: Viewer, meeting: MeetingFacts) -> bool:
    """Whoever runs the table, in one press with closing it; after that who convenes it too.

    A talk on the spot makes nobody a convener who is none.
    """
    at_table = runs_table(viewer.user_id, meeting)
    if meeting.state in MEETING_RUNNING:
        return at_table
    planned = meeting.kind != MeetingKind.INSTANT
    return (at_table and planned) or convenes(viewer, meeting.council)


def says_opinion(viewer: Viewer, meeting: MeetingFacts) -> bool:
    """Whoever was asked to come, or lives, works or sits where one of its councils does."""
    if viewer.user_id is None:
        return False
    near = any(_is_near(viewer, path) for path in meeting.paths)
    return near or meeting.on_roll or belongs(viewer, meeting.council)


def _is_near(viewer: Viewer, path: str) -> bool:
    works = viewer.standing.holds_over(Role.GRID_WORKER, Role.GRID_HEAD, path=path)
    return viewer.home_path.startswith(path) or works


class HasChairAndRecorder(Protocol):
    """A sitting, or what is known of one."""

    @property
    def chair_id(self) -> int | None: ...

    @property
    def recorder_id(self) -> int | None: ...


def runs_table(user_id: int | None, meeting: HasChairAndRecorder) -> bool:
    """Who chairs it and who writes it down; also where somebody else chairs one item."""
    return user_id is not None and user_id in {meeting.chair_id, meeting.recorder_id}


def sees_meeting(viewer: Viewer, meeting: MeetingFacts) -> bool:
    """Sittings are public; a draft that was never called is seen by who prepares it.

    A rehearsal is seen by whoever rehearses.
    """
    if meeting.rehearsal:
        return runs_table(viewer.user_id, meeting)
    thrown_away = meeting.state == MeetingState.CANCELLED and not meeting.was_called
    public = meeting.state in MEETING_PUBLIC and not thrown_away
    return public or meeting.was_called or prepares(viewer, meeting)
