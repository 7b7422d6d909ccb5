"""One locked term of a member, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.acts.closed import refuse_closed
from council.acts.members import MEMBER_ACTS
from council.addresses import address_of_member
from council.casework.case import CouncilCase
from council.enums.members import MemberAct
from council.facts.members import MemberFacts
from council.models import Council, CouncilMember
from council.queries.members import facts_of_member
from council.queries.viewer import viewer_of
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of


@dataclass(slots=True, kw_only=True)
class MemberCase(CouncilCase):
    member: CouncilMember
    facts: MemberFacts


@contextmanager
def opened_member(
    member: CouncilMember, act: MemberAct, *, actor: User, now: datetime
) -> Iterator[MemberCase]:
    """Lock the council and the term, ask again whether `actor` may, write what is recorded.

    Raises NotYours, or WrongState where the term is over or renewed already.
    """
    with transaction.atomic():
        Council.objects.select_for_update(no_key=True).get(pk=member.council_id)
        rows = CouncilMember.objects.select_for_update(of=("self",))
        row = rows.select_related("council__body__parent", "person").get(pk=member.pk)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        facts = facts_of_member(row, now=now)
        refuse_closed(MEMBER_ACTS[act], viewer, facts)
        case = MemberCase(
            council=row.council,
            actor=actor,
            changes=RecordedAndTold(now=now),
            subject=row.uid,
            link=address_of_member(row),
            member=row,
            facts=facts,
        )
        yield case
        case.changes.write_record()
