"""What planning a sitting asks of the database, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from acting.queries.together import ask_together
from council.inputs import SittingPlan
from council.models import Booking, Council, Meeting
from council.queries.agenda import holding
from council.queries.bookings import venues_of
from council.queries.councils import MemberOnTheDay, each_once, seated_on
from council.queries.next_sitting import following
from council.queries.runners import who_chairs, who_records


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfPlan:
    """`held` are keys of matters that the chair reported or carries out; `following` says when the
    next sitting begins that is booked already.
    """

    venue_is_open: bool
    venue_is_taken: bool
    may_chair: bool
    may_record: bool
    members: Sequence[MemberOnTheDay]
    held: frozenset[int]
    following: datetime | None


def asked_of_plan(
    plan: SittingPlan,
    councils: Sequence[Council],
    *,
    now: datetime,
    follows: Meeting | None = None,
    matters: Sequence[int] = (),
    but: Booking | None = None,
) -> AskedOfPlan:
    """`councils` are the host and those beside it, `matters` what shall come on its agenda, `but`
    a booking that is its own. The times of the plan are in order.
    """
    day, keys = timezone.localdate(plan.starts_at), [council.pk for council in councils]
    questions: dict[str, QuerySet[Any, Any]] = {"members": seated_on(day, keys)}
    if plan.venue is not None:
        there = Booking.objects.filter(venue=plan.venue).taken(plan.starts_at, plan.ends_at)
        questions["open"] = _keys(venues_of(councils[0]).filter(pk=plan.venue.pk))
        questions["taken"] = _keys(there if but is None else there.exclude(pk=but.pk))
    if plan.chair is not None:
        chairs = who_chairs(councils, day=day, now=now)
        questions["chair"] = _keys(chairs.filter(pk=plan.chair.pk))
        questions["held"] = _keys(holding(plan.chair.pk, matters, now=now))
    if plan.recorder is not None:
        records = who_records(councils, day=day, now=now)
        questions["recorder"] = _keys(records.filter(pk=plan.recorder.pk))
    if follows is not None:
        questions["next"] = following(follows.pk).values_list("starts_at")
    found = dict(zip(questions, ask_together(*questions.values()), strict=True))
    return AskedOfPlan(
        venue_is_open=bool(found.get("open")),
        venue_is_taken=bool(found.get("taken")),
        may_chair=bool(found.get("chair")),
        may_record=bool(found.get("recorder")),
        members=each_once(found["members"], keys),
        held=frozenset(key for (key,) in found.get("held", ())),
        following=next((begins for (begins,) in found.get("next", ())), None),
    )


def _keys(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    return rows.order_by("pk").values_list("pk")
