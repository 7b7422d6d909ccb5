"""Who may do what with a member's term."""

from __future__ import annotations

from council.facts.members import MemberFacts
from council.facts.viewer import Viewer
from council.rules.councils import leads, looks_after


def is_member(viewer: Viewer, member: MemberFacts) -> bool:
    return viewer.user_id is not None and viewer.user_id == member.person_id


def renews(viewer: Viewer, member: MemberFacts) -> bool:
    return leads(viewer, member.council) and not is_member(viewer, member)


def excuses(viewer: Viewer, member: MemberFacts) -> bool:
    """The member, or the staff whom they rang."""
    return is_member(viewer, member) or looks_after(viewer, member.council)


def reads_why(viewer: Viewer, member: MemberFacts) -> bool:
    """Why a term ended: the person, and the staff who look after the council."""
    return is_member(viewer, member) or looks_after(viewer, member.council)


def reads_attendance(viewer: Viewer, member: MemberFacts) -> bool:
    """How often somebody came is their own, and the staff's who look after the council."""
    return reads_why(viewer, member)
