"""One locked candidacy, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.acts.candidacies import CANDIDACY_ACTS
from council.acts.closed import refuse_closed
from council.addresses import address_of_candidacy
from council.casework.asks import ANSWER, STEP
from council.casework.case import CouncilCase
from council.enums.members import CANDIDACY_TRANSITIONS, CandidacyAct, CandidacyState
from council.facts.candidacies import CandidacyFacts
from council.facts.viewer import Viewer
from council.models import Candidacy, Council
from council.queries.candidacies import candidacy_again, facts_of_candidacy
from council.queries.viewer import viewer_of
from council.refusals import WrongState
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of


@dataclass(slots=True, kw_only=True)
class CandidacyCase(CouncilCase):
    candidacy: Candidacy
    viewer: Viewer

    @property
    def facts(self) -> CandidacyFacts:
        return facts_of_candidacy(self.candidacy, now=self.now)

    @property
    def close(self) -> list[int | None]:
        """Who is told of each step: the candidate, and whoever recommended them."""
        return [self.candidacy.person_id, self.candidacy.recommended_by_id]

    def move_to(self, state: CandidacyState) -> None:
        """Raises WrongState for a way that the table does not have."""
        if state not in CANDIDACY_TRANSITIONS[CandidacyState(self.candidacy.state)]:
            raise WrongState
        self.candidacy.state = state
        self.done(STEP)
        self.done(ANSWER)


@contextmanager
def opened_candidacy(
    candidacy: Candidacy,
    act: CandidacyAct,
    *,
    actor: User,
    now: datetime,
    seen: int | None = None,
) -> Iterator[CandidacyCase]:
    """Lock council and candidacy, ask again whether `actor` may, write what the block changes.

    `seen` is the version the actor's page showed. Raises NotYours, Stale or WrongState; whatever
    the block raises leaves nothing behind.
    """
    with transaction.atomic():
        case = _open(candidacy.pk, actor=actor, now=now)
        row, version = CANDIDACY_ACTS[act], case.candidacy.version
        refuse_closed(row, case.viewer, case.facts, seen=seen, version=version)
        yield case
        case.candidacy.version += 1
        case.candidacy.save()
        case.changes.write_record()


def _open(key: int, *, actor: User, now: datetime) -> CandidacyCase:
    """The council first: seats are given one at a time."""
    council_id = Candidacy.objects.values_list("council_id", flat=True).get(pk=key)
    Council.objects.select_for_update(no_key=True).get(pk=council_id)
    Candidacy.objects.select_for_update().get(pk=key)
    row = candidacy_again(key, actor_id=actor.pk)
    viewer = viewer_of(standing_of(actor, now=now), now=now)
    return CandidacyCase(
        council=row.council,
        actor=actor,
        changes=RecordedAndTold(now=now),
        subject=row.uid,
        link=address_of_candidacy(row),
        candidacy=row,
        viewer=viewer,
    )
