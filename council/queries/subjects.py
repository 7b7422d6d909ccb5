"""A council, a candidacy or a term before one reader: what pages and forms are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from council.acts.candidacies import CANDIDACY_ACTS
from council.acts.members import MEMBER_ACTS
from council.acts.pledges import PLEDGE_ACTS
from council.addresses import (
    address_of_candidacy,
    address_of_member,
    address_of_pledge,
)
from council.facts.candidacies import CandidacyFacts
from council.facts.members import MemberFacts
from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from council.models import Candidacy, CouncilMember, Pledge
from council.queries.candidacies import candidacy_for, facts_of_candidacy
from council.queries.councils import council_of, facts_of_council
from council.queries.members import facts_of_member, member_of
from council.queries.pledges import facts_of_pledge, pledge_for
from council.queries.subject import AskedCouncil, TableSubject
from council.rules.councils import recommends


class CouncilSubject(AskedCouncil):
    """For the one act that a council itself is asked for: to recommend somebody."""

    def may(self, act: str) -> bool:
        return recommends(self.viewer, facts_of_council(self.council))


@dataclass(frozen=True, kw_only=True)
class CandidacySubject(TableSubject):
    acts = CANDIDACY_ACTS

    candidacy: Candidacy
    viewer: Viewer
    now: datetime

    @cached_property
    def facts(self) -> CandidacyFacts:
        return facts_of_candidacy(self.candidacy, now=self.now)

    @property
    def address(self) -> str:
        return address_of_candidacy(self.candidacy)

    @property
    def title(self) -> str:
        return self.candidacy.name

    @property
    def version(self) -> int:
        return self.candidacy.version

    @property
    def stream(self) -> str:
        return self.candidacy.council.stream


@dataclass(frozen=True, kw_only=True)
class MemberSubject(TableSubject):
    acts = MEMBER_ACTS

    member: CouncilMember
    viewer: Viewer
    now: datetime
    # A term changes only by acts that end what they ask for.
    version: int = 0

    @cached_property
    def facts(self) -> MemberFacts:
        return facts_of_member(self.member, now=self.now)

    @property
    def address(self) -> str:
        return address_of_member(self.member)

    @property
    def title(self) -> str:
        return str(self.member.person)

    @property
    def stream(self) -> str:
        return self.member.council.stream


def council_subject(code: str, viewer: Viewer) -> CouncilSubject | None:
    council = council_of(code)
    return None if council is None else CouncilSubject(council=council, viewer=viewer)


def candidacy_subject(uid: UUID, viewer: Viewer, *, now: datetime) -> CandidacySubject | None:
    candidacy = candidacy_for(uid, viewer, now=now)
    if candidacy is None:
        return None
    return CandidacySubject(candidacy=candidacy, viewer=viewer, now=now)


def member_subject(uid: UUID, viewer: Viewer, *, now: datetime) -> MemberSubject | None:
    member = member_of(uid)
    return None if member is None else MemberSubject(member=member, viewer=viewer, now=now)


@dataclass(frozen=True, kw_only=True)
class PledgeSubject(TableSubject):
    acts = PLEDGE_ACTS

    pledge: Pledge
    viewer: Viewer
    now: datetime
    # Whoever answers first has answered; so there is nothing to be behind of.
    version: int = 0

    @cached_property
    def facts(self) -> PledgeFacts:
        return facts_of_pledge(self.pledge, now=self.now)

    @property
    def address(self) -> str:
        return address_of_pledge(self.pledge)

    @property
    def title(self) -> str:
        return self.pledge.resolution.item.title

    @property
    def stream(self) -> str:
        return self.pledge.resolution.item.meeting.council.stream


def pledge_subject(uid: UUID, viewer: Viewer, *, now: datetime) -> PledgeSubject | None:
    pledge = pledge_for(uid, viewer, now=now)
    return None if pledge is None else PledgeSubject(pledge=pledge, viewer=viewer, now=now)
