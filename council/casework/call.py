"""One locked call for ideas, and the act that is done to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from council.acts.calls import CALL_ACTS
from council.acts.closed import refuse_closed
from council.addresses import address_of_call
from council.casework.case import CouncilCase
from council.enums.calls import CallAct
from council.facts.calls import CallFacts
from council.models import Call, CallIdea
from council.queries.calls import facts_of_call
from council.queries.viewer import viewer_of
from grids.actions.record_and_tell import RecordedAndTold
from grids.queries.standing import standing_of
from issues.models import Issue


@dataclass(slots=True, kw_only=True)
class CallCase(CouncilCase):
    call: Call
    facts: CallFacts
    idea: CallIdea | None


@contextmanager
def opened_call(
    call: Call,
    act: CallAct,
    *,
    actor: User,
    now: datetime,
    seen: int | None = None,
    issue: Issue | None = None,
) -> Iterator[CallCase]:
    """Lock the call and the idea that `issue` is, ask again if `actor` may, write what changes.

    Raises NotYours, Stale, or WrongState where it is over.
    """
    with transaction.atomic():
        locked = Call.objects.select_for_update(of=("self",), no_key=True)
        row = locked.select_related("council__body__parent").get(pk=call.pk)
        idea = None if issue is None else _idea(row, issue)
        facts = facts_of_call(row, day=timezone.localdate(now), idea=idea)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        refuse_closed(CALL_ACTS[act], viewer, facts, seen=seen, version=row.version)
        case = CallCase(
            council=row.council,
            actor=actor,
            changes=RecordedAndTold(now=now),
            subject=row.uid,
            link=address_of_call(row),
            call=row,
            facts=facts,
            idea=idea,
        )
        yield case
        row.version += 1
        row.save()
        case.changes.write_record()


def _idea(call: Call, issue: Issue) -> CallIdea | None:
    """Its matter is read after the wait for the lock, and so as it is now."""
    return CallIdea.objects.select_for_update().filter(call=call, issue=issue).first()
