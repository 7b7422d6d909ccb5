"""Who may do what in a council. Pure predicates over who asks and what they ask about."""

from __future__ import annotations

from council.enums.meetings import MEETING_PUBLIC, MeetingState
from council.enums.members import CANDIDACY_PUBLIC
from council.facts import (
    BookingFacts,
    CandidacyFacts,
    CouncilFacts,
    MeetingFacts,
    MemberFacts,
    PledgeFacts,
    VenueFacts,
    Viewer,
)
from grids.enums import Role


def belongs(viewer: Viewer, council: CouncilFacts) -> bool:
    """Lives where the council sits, works there, or is one of its members."""
    standing = viewer.standing
    if standing.user_id is None:
        return False
    return (
        viewer.home_path.startswith(council.path)
        or council.council_id in viewer.councils
        or standing.holds_over(Role.GRID_WORKER, Role.GRID_HEAD, path=council.path)
        or works_under(viewer, council)
        or looks_after(viewer, council)
    )


def works_under(viewer: Viewer, council: CouncilFacts) -> bool:
    """A grid worker or head of one of the grids for which the community's council sits."""
    return any(
        post.path.startswith(council.path)
        for post in viewer.standing.posts
        if post.role in {Role.GRID_WORKER, Role.GRID_HEAD}
    )


def looks_after(viewer: Viewer, council: CouncilFacts) -> bool:
    """Staff and lead of the community check and post."""
    return viewer.standing.holds_over(Role.STAFF, Role.LEAD, path=council.community_path)


def leads(viewer: Viewer, council: CouncilFacts) -> bool:
    """The community's lead confirms, appoints and recalls, as its party committee decided."""
    return viewer.standing.holds_over(Role.LEAD, path=council.community_path)


def recommends(viewer: Viewer, council: CouncilFacts) -> bool:
    return council.active and belongs(viewer, council)


def is_candidate(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return viewer.user_id is not None and viewer.user_id == candidacy.person_id


def recommended(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return viewer.user_id is not None and viewer.user_id == candidacy.recommended_by


def is_close(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """The candidate, whoever recommended them, and the community's staff read it at all times."""
    return (
        is_candidate(viewer, candidacy)
        or recommended(viewer, candidacy)
        or looks_after(viewer, candidacy.council)
    )


def sees_candidacy(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """Everybody once it is posted; before, those who may second; after a refusal, nobody else."""
    if candidacy.state in CANDIDACY_PUBLIC or is_close(viewer, candidacy):
        return True
    return candidacy.is_running and belongs(viewer, candidacy.council)


def seconds(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """A neighbour, but neither the candidate nor whoever recommended them; each once."""
    return (
        belongs(viewer, candidacy.council)
        and not is_candidate(viewer, candidacy)
        and not recommended(viewer, candidacy)
    )


def objects(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return belongs(viewer, candidacy.council) and not is_candidate(viewer, candidacy)


def looks_after_candidacy(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    """Nobody checks themselves."""
    return looks_after(viewer, candidacy.council) and not is_candidate(viewer, candidacy)


def decides_candidacy(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return leads(viewer, candidacy.council) and not is_candidate(viewer, candidacy)


def takes_back(viewer: Viewer, candidacy: CandidacyFacts) -> bool:
    return is_candidate(viewer, candidacy) or recommended(viewer, candidacy)


def is_member(viewer: Viewer, member: MemberFacts) -> bool:
    return viewer.user_id is not None and viewer.user_id == member.person_id


def renews(viewer: Viewer, member: MemberFacts) -> bool:
    return leads(viewer, member.council) and not is_member(viewer, member)


def excuses(viewer: Viewer, member: MemberFacts) -> bool:
    """The member, or the staff whom they rang."""
    return is_member(viewer, member) or looks_after(viewer, member.council)


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
    """Whoever convenes, or chairs it: who only writes it down does not call or cancel it."""
    chairs = viewer.user_id is not None and viewer.user_id == meeting.chair_id
    return chairs or convenes(viewer, meeting.council)


def says_opinion(viewer: Viewer, meeting: MeetingFacts) -> bool:
    """Whoever was asked to come, or lives, works or sits where one of its councils does."""
    if viewer.user_id is None:
        return False
    near = any(_is_near(viewer, path) for path in meeting.paths)
    return near or meeting.on_roll or belongs(viewer, meeting.council)


def _is_near(viewer: Viewer, path: str) -> bool:
    works = viewer.standing.holds_over(Role.GRID_WORKER, Role.GRID_HEAD, path=path)
    return viewer.home_path.startswith(path) or works


def runs_table(user_id: int | None, meeting: MeetingFacts) -> bool:
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


# Whoever answers for a body, whatever kind of body it is.
SPEAKERS = (Role.CLERK, Role.SIGNER, Role.STAFF, Role.LEAD, Role.GRID_HEAD)


def answers_for(viewer: Viewer, pledge: PledgeFacts) -> bool:
    return pledge.body_id is not None and viewer.standing.holds(*SPEAKERS, body_id=pledge.body_id)


def reads_why(viewer: Viewer, member: MemberFacts) -> bool:
    """Why a term ended: the person, and the staff who look after the council."""
    return is_member(viewer, member) or looks_after(viewer, member.council)


def looks_after_venue(viewer: Viewer, venue: VenueFacts) -> bool:
    """The grid's head, and staff and lead of the community."""
    roles = (Role.GRID_HEAD, Role.STAFF, Role.LEAD)
    return viewer.standing.holds_over(*roles, path=venue.path)


def books(viewer: Viewer, venue: VenueFacts) -> bool:
    """Who works in the grid or for its community, and members of the councils there."""
    return (
        looks_after_venue(viewer, venue)
        or viewer.standing.holds_over(Role.GRID_WORKER, path=venue.path)
        or bool(viewer.councils & venue.councils)
    )


def changes_booking(viewer: Viewer, booking: BookingFacts) -> bool:
    """Whoever booked it, while they may still book there, or who looks after the venue."""
    theirs = viewer.user_id is not None and viewer.user_id == booking.booked_by
    return looks_after_venue(viewer, booking.venue) or (theirs and books(viewer, booking.venue))


def calls_for_ideas(viewer: Viewer, council: CouncilFacts) -> bool:
    """In the council's name: the community's staff and lead, and the head of its grid."""
    return looks_after(viewer, council) or viewer.standing.holds_over(
        Role.GRID_HEAD, path=council.path
    )


def counts_contacts(viewer: Viewer, council: CouncilFacts) -> bool:
    """The community's lead, by building; whom a member met is read by the member alone."""
    return leads(viewer, council)
