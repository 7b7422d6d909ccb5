"""One locked pledge, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.acts.closed import refuse_closed
from council.acts.pledges import PLEDGE_ACTS
from council.addresses import address_of_pledge
from council.casework.asks import pledge_of
from council.casework.case import CouncilCase
from council.casework.publish import publish_after_commit
from council.enums.decisions import PLEDGE_TRANSITIONS, PledgeAct, PledgeState
from council.models import Meeting, Pledge
from council.queries.pledges import facts_of_pledge, pledges
from council.queries.viewer import viewer_of
from council.refusals import WrongState
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of


@dataclass(slots=True, kw_only=True)
class PledgeCase(CouncilCase):
    pledge: Pledge

    @property
    def meeting(self) -> Meeting:
        return self.pledge.resolution.item.meeting

    def answer(self, state: PledgeState) -> None:
        """Raises WrongState for a way that the table does not have."""
        if state not in PLEDGE_TRANSITIONS[PledgeState(self.pledge.state)]:
            raise WrongState
        self.pledge.answered_at = self.now
        self.pledge.answered_by = self.actor
        self._settle(state)

    def lapse(self) -> None:
        """Nobody has answered, and nobody is asked any more."""
        self._settle(PledgeState.LAPSED)

    def _settle(self, state: PledgeState) -> None:
        self.pledge.state = state
        # It was asked in the name of the sitting.
        self.changes.settled.add((self.meeting.uid, pledge_of(self.pledge.uid)))


@contextmanager
def opened_pledge(
    pledge: Pledge, act: PledgeAct, *, actor: User, now: datetime
) -> Iterator[PledgeCase]:
    """Lock sitting and pledge, ask again whether `actor` may, write what the block changes.

    Raises NotYours or WrongState. The matter is locked in the block, after the sitting.
    """
    with transaction.atomic():
        case = open_pledge(pledge.pk, actor=actor, now=now)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        refuse_closed(PLEDGE_ACTS[act], viewer, facts_of_pledge(case.pledge, now=now))
        yield case
        case.answer(PLEDGE_ACTS[act].to)
        close_pledge(case)


def open_pledge(key: int, *, actor: User | None, now: datetime) -> PledgeCase:
    """The sitting first, as everybody who writes does."""
    found = Pledge.objects.values_list("resolution__item__meeting_id", flat=True).get(pk=key)
    Meeting.objects.select_for_update().get(pk=found)
    Pledge.objects.select_for_update(of=("self",)).get(pk=key)
    row = pledges().get(pk=key)
    return PledgeCase(
        council=row.resolution.item.meeting.council,
        actor=actor,
        changes=RecordedAndTold(now=now),
        subject=row.uid,
        link=address_of_pledge(row),
        pledge=row,
    )


def close_pledge(case: PledgeCase) -> None:
    case.pledge.save()
    meeting = case.meeting
    meeting.version += 1
    meeting.save(update_fields=["version"])
    case.changes.write_record()
    publish_after_commit(meeting.uid, meeting.version)
