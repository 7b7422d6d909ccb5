"""Who sits on which seat: a role at a body."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import DateField
from django.utils import timezone

from accounts.queries.prepared import Given, PreparedQuery, given_keys
from acting.queries.among import among
from grids.models import Posting
from grids.telling import Telling
from notifications.notices import NewNotice

_seated = PreparedQuery(
    lambda: (
        Posting.objects.active_on(Given("day", DateField()))
        .filter(among("body", given_keys("bodies")))
        .values_list("body_id", "role", "user_id")
    )
)


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits on which seat of these bodies."""

    bodies: frozenset[int] = frozenset()
    people: Mapping[tuple[int, str], set[int]] = field(default_factory=dict)


def seated_at(bodies: Collection[int], now: datetime) -> Seated:
    people: dict[tuple[int, str], set[int]] = {}
    if bodies:
        for body, role, user in _seated(bodies=list(bodies), day=timezone.localdate(now)):
            people.setdefault((body, role), set()).add(user)
    return Seated(frozenset(bodies), people)


def notices_of(
    tellings: Sequence[Telling], now: datetime, known: Seated | None = None
) -> list[NewNotice]:
    """Turn seats into the people posted there at `now`; one query for all tellings, and none where
    all of them are `known`.
    """
    bodies = {body for telling in tellings for body, _role in telling.seats}
    if known is None or not bodies <= known.bodies:
        known = seated_at(bodies, now)
    seated, notices = known.people, []
    for telling in tellings:
        people = set(telling.people)
        for seat in telling.seats:
            people |= seated.get(seat, set())
        notices += [_notice(telling, person) for person in sorted(people - {telling.but})]
    return notices


def _notice(telling: Telling, person: int) -> NewNotice:
    return NewNotice(
        recipient_id=person,
        kind=telling.kind,
        parameters=telling.parameters,
        dedupe_key=telling.dedupe_key,
        urgent=telling.urgent,
        sms=telling.sms,
        link=telling.link,
        subject=telling.subject,
        calls_for=telling.calls_for,
        replaces=telling.replaces,
        settles=telling.settles,
    )
