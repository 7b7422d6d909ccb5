"""The sitting that a newcomer can run is about to begin, whenever they come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from accounts.models import User
from acting.refusals import Refused
from council.actions.meetings.change import change
from council.enums.meetings import MEETING_RUNNING, MeetingState
from council.inputs import SittingPlan
from council.models import Meeting
from demo.seeds.coming import READY, call_ready, ready_plan, soon
from demo.seeds.council_data import GRID
from grids.enums import Role
from grids.models import Posting

PLACE = "大槐树底下"


@transaction.atomic
def begin_soon(*, now: datetime) -> Meeting | None:
    """Moved where its time is over, called anew where it was held; left alone where it is near.

    None where nobody is posted who could run it.
    """
    known = Meeting.objects.filter(title__endswith=READY, rehearsal=False).order_by("-starts_at")
    running = known.filter(state__in=MEETING_RUNNING).first()
    head, recorder = (_holder(role, now) for role in (Role.GRID_HEAD, Role.GRID_WORKER))
    if running is not None or head is None or recorder is None:
        return running
    row, begins = known.filter(state=MeetingState.CALLED).first(), soon(now)
    plan = ready_plan(head, recorder, begins)
    if row is None:
        return _where_there_is_room(plan, lambda one: call_ready(one, now=now))
    if now <= row.starts_at <= begins:
        return row
    return _where_there_is_room(plan, lambda one: change(row, actor=head, now=now, plan=one))


def _holder(role: Role, now: datetime) -> User | None:
    posted = Posting.objects.active_at(now).filter(body__code=GRID, role=role)
    row = posted.select_related("user").order_by("pk").first()
    return row.user if row else None


def _where_there_is_room(plan: SittingPlan, hold: Callable[[SittingPlan], Meeting]) -> Meeting:
    """Under the tree, where somebody else has booked the pavilion."""
    try:
        return hold(plan)
    except Refused as refused:
        if refused.field != "venue":
            raise
        return hold(replace(plan, venue=None, place=PLACE))
