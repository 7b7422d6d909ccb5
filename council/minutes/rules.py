"""Who reads, writes, signs and publishes minutes. Pure predicates."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.meetings import MEETING_HELD, MeetingState
from council.enums.votes import KeyHolder
from council.facts.councils import CouncilFacts
from council.facts.viewer import Viewer
from council.rules.councils import looks_after


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesFacts:
    """`versions` counts what is written; `signed_by` is of the newest of them.

    `councils` are the host and those that joined it; `roll` the people who were written down.
    `is_addendum`: the newest version stands beside one that was signed.
    """

    council: CouncilFacts
    councils: frozenset[int]
    roll: frozenset[int]
    state: MeetingState
    rehearsal: bool
    chair_id: int | None
    recorder_id: int | None
    versions: int
    signed_by: frozenset[KeyHolder]
    is_addendum: bool

    @property
    def signers(self) -> frozenset[KeyHolder]:
        """Chair and recorder; a talk on the spot has nobody in the chair."""
        return signers_of(self.chair_id, self.recorder_id)

    @property
    def is_signed(self) -> bool:
        """The newest version has every signature that it needs."""
        return bool(self.signers) and self.signed_by >= self.signers

    @property
    def waits_for_signatures(self) -> bool:
        if self.state == MeetingState.MINUTED:
            return True
        return self.is_addendum and self.state in MEETING_HELD and not self.is_signed


def signers_of(chair_id: int | None, recorder_id: int | None) -> frozenset[KeyHolder]:
    persons = {KeyHolder.CHAIR: chair_id, KeyHolder.RECORDER: recorder_id}
    return frozenset(holder for holder, person in persons.items() if person is not None)


def holder_of(viewer: Viewer, minutes: MinutesFacts) -> KeyHolder | None:
    """As what the viewer signs."""
    if viewer.user_id is None:
        return None
    if viewer.user_id == minutes.chair_id:
        return KeyHolder.CHAIR
    return KeyHolder.RECORDER if viewer.user_id == minutes.recorder_id else None


def writes(viewer: Viewer, minutes: MinutesFacts) -> bool:
    """Chair and recorder of the sitting, whoever may have taken their posts since."""
    return holder_of(viewer, minutes) is not None


def keeps(viewer: Viewer, minutes: MinutesFacts) -> bool:
    """Who writes them, and staff and lead of the community, who keep the papers."""
    return writes(viewer, minutes) or looks_after(viewer, minutes.council)


def signs(viewer: Viewer, minutes: MinutesFacts) -> bool:
    """Once each."""
    holder = holder_of(viewer, minutes)
    return holder is not None and holder not in minutes.signed_by


def reads(viewer: Viewer, minutes: MinutesFacts) -> bool:
    """Everybody once they are published; before, the members, who was there, and the staff."""
    if minutes.rehearsal or not minutes.versions:
        return keeps(viewer, minutes)
    return minutes.state == MeetingState.PUBLISHED or reads_before(viewer, minutes)


def reads_before(viewer: Viewer, minutes: MinutesFacts) -> bool:
    """What is not public: earlier versions, what is still to be signed."""
    known = viewer.user_id is not None and viewer.user_id in minutes.roll
    return known or bool(viewer.councils & minutes.councils) or keeps(viewer, minutes)
