"""What bodies were asked to do: one by its uid, and what the rules ask about it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from council.enums.decisions import PledgeState
from council.enums.meetings import MEETING_PUBLIC
from council.facts import PledgeFacts, Viewer
from council.models import Pledge
from grids.standing import Standing


def pledges() -> QuerySet[Pledge]:
    return Pledge.objects.select_related(
        "body__parent",
        "commitment",
        "resolution__item__issue",
        "resolution__item__meeting__council__body__parent",
    )


def pledge_for(uid: UUID, viewer: Viewer) -> Pledge | None:
    """Decisions are public, and so is what was asked of whom; a rehearsal's is nobody's."""
    rows = pledges().filter(
        uid=uid,
        resolution__item__meeting__state__in=MEETING_PUBLIC,
        resolution__item__meeting__rehearsal=False,
    )
    return rows.first()


def facts_of_pledge(pledge: Pledge) -> PledgeFacts:
    return PledgeFacts(body_id=pledge.body_id, state=PledgeState(pledge.state))


def pledges_owed(standing: Standing) -> list[Pledge]:
    """What the bodies that somebody speaks for have not answered yet, the most pressing first."""
    bodies = standing.body_ids()
    if not bodies:
        return []
    waiting = (PledgeState.ASKED, PledgeState.EXPIRED)
    return list(pledges().filter(body__in=bodies, state__in=waiting).order_by("answer_by")[:50])


def pledges_due(now: datetime) -> list[int]:
    """Keys of those whose time to answer is over."""
    rows = Pledge.objects.filter(state=PledgeState.ASKED, answer_by__lte=now)
    return list(rows.order_by("answer_by", "pk").values_list("pk", flat=True))
