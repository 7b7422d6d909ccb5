"""Minutes of one sitting: what is written, who signed, and who may read which of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.db.models import UUIDField

from accounts.queries.prepared import Given, PreparedQuery
from council.acts.minutes import MINUTES_ACTS
from council.addresses import address_of_minutes
from council.enums.meetings import MeetingKind, MeetingState
from council.enums.minutes import SignatureWay
from council.enums.votes import KeyHolder
from council.facts.viewer import Viewer
from council.minutes.masking import HiddenItems
from council.minutes.rules import MinutesFacts, keeps, reads, reads_before, signers_of
from council.minutes.sections import Section, canonical_text, digest_of, from_data
from council.models import (
    Meeting,
    MeetingCouncil,
    MinutesName,
    MinutesPaper,
    MinutesVersion,
    Roll,
    Sheet,
)
from council.queries.councils import facts_of_council
from council.queries.meetings import meeting_of, meetings
from council.queries.minutes_hidden import hidden_in
from council.queries.minutes_sections import key_of_item
from council.queries.subject import TableSubject


def facts_of_minutes(meeting: Meeting, versions: Sequence[MinutesVersion]) -> MinutesFacts:
    """`versions` in their order, with their signatures."""
    newest = versions[-1] if versions else None
    signed = newest.signatures.all() if newest else ()
    return MinutesFacts(
        council=facts_of_council(meeting.council),
        councils=_councils(meeting),
        roll=_roll(meeting),
        state=MeetingState(meeting.state),
        rehearsal=meeting.rehearsal,
        chair_id=meeting.chair_id,
        recorder_id=meeting.recorder_id,
        versions=len(versions),
        signed_by=frozenset(KeyHolder(one.holder) for one in signed),
        is_addendum=newest is not None and newest.corrects_id is not None,
    )


def _councils(meeting: Meeting) -> frozenset[int]:
    if meeting.kind != MeetingKind.JOINT:
        return frozenset({meeting.council_id})
    joined = MeetingCouncil.objects.filter(meeting=meeting)
    return frozenset({meeting.council_id, *joined.values_list("council_id", flat=True)})


def _roll(meeting: Meeting) -> frozenset[int]:
    keys = Roll.objects.filter(meeting=meeting).values_list("person_id", flat=True)
    return frozenset(key for key in keys if key is not None)


def versions_of(meeting: Meeting) -> list[MinutesVersion]:
    """In their order, with their signatures; each knows the sitting as it was given."""
    rows = MinutesVersion.objects.filter(meeting=meeting).order_by("number")
    found = list(rows.select_related("by", "corrects").prefetch_related("signatures__person"))
    for version in found:
        version.meeting = meeting
    return found


@dataclass(frozen=True, kw_only=True)
class Minutes(TableSubject):
    """The minutes of a sitting as one reader has them before them; acts on minutes work on this."""

    acts = MINUTES_ACTS

    meeting: Meeting
    versions: Sequence[MinutesVersion]
    facts: MinutesFacts
    viewer: Viewer
    now: datetime

    @cached_property
    def names(self) -> Sequence[MinutesName]:
        return list(MinutesName.objects.filter(meeting=self.meeting).order_by("number"))

    @property
    def newest(self) -> MinutesVersion | None:
        return self.versions[-1] if self.versions else None

    @cached_property
    def reads_all(self) -> bool:
        return reads_before(self.viewer, self.facts)

    @cached_property
    def keeps(self) -> bool:
        return keeps(self.viewer, self.facts)

    @property
    def main(self) -> MinutesVersion | None:
        """The newest version that is no addendum: people read this one as the minutes."""
        return next((one for one in reversed(self.versions) if one.corrects_id is None), None)

    @cached_property
    def addenda(self) -> list[MinutesVersion]:
        """The signed addenda; for those who read all, also one that waits for signatures."""
        found = [one for one in self.versions if one.corrects_id is not None]
        signed = [one for one in found if is_signed(one)]
        waiting = [one for one in found[-1:] if not is_signed(one)]
        return [*signed, *(waiting if self.reads_all else [])]

    def version_numbered(self, number: int) -> MinutesVersion | None:
        """Earlier versions are for those who read before others."""
        if not self.reads_all:
            return None
        return next((one for one in self.versions if one.number == number), None)

    @cached_property
    def sheets(self) -> list[Sheet]:
        if not self.keeps:
            return []
        return list(Sheet.objects.filter(meeting=self.meeting).order_by("at", "pk"))

    def sheets_that_sign(self, version: MinutesVersion) -> list[Sheet]:
        """The sheets that signed `version`: each was filed at the very moment of its signature."""
        by_sheet = {one.at for one in version.signatures.all() if one.way == SignatureWay.SHEET}
        return [one for one in self.sheets if one.signed and one.at in by_sheet]

    @cached_property
    def hidden(self) -> HiddenItems:
        return hidden_in(self.meeting)

    @cached_property
    def paper(self) -> MinutesPaper | None:
        return MinutesPaper.objects.filter(meeting=self.meeting).first()

    @property
    def paper_is_ready(self) -> bool:
        """True if the PDF shows the newest text and names no matter that is hidden by now."""
        paper = self.paper
        keys = frozenset(key_of_item(uid) for uid in paper.masked) if paper else None
        return paper is not None and paper.is_ready and keys == self.hidden.keys

    def text_of(self, version: MinutesVersion) -> bytes:
        return text_of(version, self.names)

    def gives_text_of(self, version: MinutesVersion) -> bool:
        """Whether the signed text may be shown: without salts it holds words of hidden matters."""
        salted = all(section.salt for section in sections_of(version))
        return salted or not self.hidden.keys

    def digest_of(self, version: MinutesVersion) -> str:
        return digest_of(self.text_of(version))

    @property
    def address(self) -> str:
        return address_of_minutes(self.meeting)

    @property
    def title(self) -> str:
        return self.meeting.name

    @property
    def version(self) -> int:
        return self.meeting.version

    @property
    def stream(self) -> str:
        return self.meeting.stream


def is_signed(version: MinutesVersion) -> bool:
    """True once everybody who has to sign has signed."""
    needed = signers_of(version.meeting.chair_id, version.meeting.recorder_id)
    return bool(needed) and {one.holder for one in version.signatures.all()} >= needed


def text_of(version: MinutesVersion, names: Sequence[MinutesName]) -> bytes:
    """The canonical text of a version; people without a name appear by their standing."""
    corrected = version.corrects
    return canonical_text(
        sections_of(version),
        sitting=version.meeting.uid,
        number=version.number,
        corrects=None if corrected is None else corrected.number,
        names={one.number: one.digest or one.standing for one in names},
    )


def sections_of(version: MinutesVersion) -> list[Section]:
    return from_data(version.sections)


_published = PreparedQuery(
    lambda: (
        meetings()
        .filter(state=MeetingState.PUBLISHED, rehearsal=False, uid=Given("uid", UUIDField()))
        .order_by()
    )
)


def minutes_for(uid: UUID, viewer: Viewer, *, now: datetime) -> Minutes | None:
    """The minutes if `viewer` may read them. Whoever writes them may do so before there are any.

    For visitors the query asks for published minutes only. So unpublished minutes take as long as
    minutes that don't exist, and nobody can tell them apart.
    """
    meeting = _published.first(uid=uid) if viewer.user_id is None else meeting_of(uid)
    if meeting is None:
        return None
    versions = versions_of(meeting)
    facts = facts_of_minutes(meeting, versions)
    if not reads(viewer, facts):
        return None
    return Minutes(meeting=meeting, versions=versions, facts=facts, viewer=viewer, now=now)
