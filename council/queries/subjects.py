"""A council, a candidacy or a term before one reader: what pages and forms are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from acting.refusals import NotOpen
from council.acts import candidacies as candidacy_acts
from council.acts import members as member_acts
from council.acts import pledges as pledge_acts
from council.addresses import (
    address_of_candidacy,
    address_of_council,
    address_of_member,
    address_of_pledge,
)
from council.enums.decisions import PledgeAct
from council.enums.members import CandidacyAct, MemberAct
from council.facts import CandidacyFacts, CouncilFacts, MemberFacts, PledgeFacts, Viewer
from council.models import Candidacy, Council, CouncilMember, Pledge
from council.queries.candidacies import candidacy_for, facts_of_candidacy
from council.queries.councils import council_of, facts_of_council
from council.queries.members import facts_of_member, member_of
from council.queries.pledges import facts_of_pledge, pledge_for
from council.refusals import NotYours, WrongState
from council.rules import recommends


@dataclass(frozen=True, kw_only=True)
class CouncilSubject:
    """For the one act that a council itself is asked for: to recommend somebody."""

    council: Council
    viewer: Viewer
    version: int = 0

    @cached_property
    def facts(self) -> CouncilFacts:
        return facts_of_council(self.council)

    @property
    def address(self) -> str:
        return address_of_council(self.council)

    @property
    def title(self) -> str:
        return self.council.name

    @property
    def stream(self) -> str:
        return self.council.stream

    def closed(self, act: str) -> NotOpen | None:
        return None if recommends(self.viewer, self.facts) else NotYours()

    def offers(self, act: str) -> bool:
        return self.closed(act) is None


@dataclass(frozen=True, kw_only=True)
class CandidacySubject:
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

    def closed(self, act: str) -> NotOpen | None:
        if not candidacy_acts.may(CandidacyAct(act), self.viewer, self.facts):
            return NotYours()
        allowed = candidacy_acts.state_allows(CandidacyAct(act), self.facts)
        return None if allowed else WrongState()

    def offers(self, act: str) -> bool:
        return candidacy_acts.offered(CandidacyAct(act), self.viewer, self.facts)


@dataclass(frozen=True, kw_only=True)
class MemberSubject:
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

    def closed(self, act: str) -> NotOpen | None:
        if not member_acts.may(MemberAct(act), self.viewer, self.facts):
            return NotYours()
        return None if member_acts.MEMBER_ACTS[MemberAct(act)].when(self.facts) else WrongState()

    def offers(self, act: str) -> bool:
        return member_acts.offered(MemberAct(act), self.viewer, self.facts)


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
class PledgeSubject:
    pledge: Pledge
    viewer: Viewer
    # Whoever answers first has answered; so there is nothing to be behind of.
    version: int = 0

    @cached_property
    def facts(self) -> PledgeFacts:
        return facts_of_pledge(self.pledge)

    @property
    def address(self) -> str:
        return address_of_pledge(self.pledge)

    @property
    def title(self) -> str:
        return self.pledge.resolution.item.title

    @property
    def stream(self) -> str:
        return self.pledge.resolution.item.meeting.stream

    def closed(self, act: str) -> NotOpen | None:
        if not pledge_acts.may(PledgeAct(act), self.viewer, self.facts):
            return NotYours()
        allowed = pledge_acts.state_allows(PledgeAct(act), self.facts)
        return None if allowed else WrongState()

    def offers(self, act: str) -> bool:
        return self.closed(act) is None


def pledge_subject(uid: UUID, viewer: Viewer) -> PledgeSubject | None:
    pledge = pledge_for(uid, viewer)
    return None if pledge is None else PledgeSubject(pledge=pledge, viewer=viewer)
