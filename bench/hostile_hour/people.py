"""People and a record for the hour, by the product's own actions; and what is there afterwards."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import shake_128
from math import ceil

from django.conf import settings
from django.db import connections, transaction
from django.utils import timezone

from accounts.actions.admit import admit
from accounts.enums import Language
from accounts.models import LocalMessage, User
from bench.hostile_hour.neighbours import RAISES_EVERY, Grid
from grids.actions.enlist import enlist_many
from grids.actions.give_posting import give_posting
from grids.enums import BodyKind, Role
from grids.models import Body, Building
from issues.models import Assignment, Draft, Issue
from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.new_entry import NewEntry
from tests.harness.signing_in import session_of

GRIDS, WORKERS_OF_EACH, FLOODING = 5, 3, 50
# Fewer than one person may raise in an hour.
RAISED_BY_ONE = 15
# So that the record, 36 MB, is larger than what waits in the sockets from the product to a reader.
ENTRIES, BYTES_OF_EACH = 4_000, 6_750
RESIDENTS_FROM, FLOODING_FROM, WORKERS_FROM = 13_700_000_000, 13_710_000_000, 13_720_000_000


@dataclass(frozen=True, slots=True)
class Made:
    session_cookie: str
    csrf_cookie: str
    residents: list[str]
    flooding: list[str]
    grids: list[Grid]


def make(*, minutes: float) -> Made:
    lay_record()
    count = max(RAISED_BY_ONE, ceil(minutes * 60 / RAISES_EVERY / RAISED_BY_ONE))
    made = Made(
        session_cookie=settings.SESSION_COOKIE_NAME,
        csrf_cookie=settings.CSRF_COOKIE_NAME,
        residents=[session_of(resident(RESIDENTS_FROM + number)) for number in range(count)],
        flooding=[session_of(resident(FLOODING_FROM + number)) for number in range(FLOODING)],
        grids=grids(),
    )
    connections.close_all()
    return made


def resident(phone: int) -> User:
    now, language = timezone.now(), Language.CHINESE
    return admit(f"+86{phone}", actor=None, language=language, large_print=False, now=now)


def grids() -> list[Grid]:
    bodies = Body.objects.filter(
        kind=BodyKind.GRID, active=True, buildings__isnull=False, parent__code="ZJD"
    )
    found = list(bodies.distinct().order_by("pk")[:GRIDS])
    return [
        Grid(
            building=Building.objects.filter(grid=body).order_by("pk")[0].pk,
            workers=[session_of(user) for user in posted(body, number)],
        )
        for number, body in enumerate(found)
    ]


def posted(body: Body, number: int) -> list[User]:
    now = timezone.now()
    first = WORKERS_FROM + number * WORKERS_OF_EACH
    names = {f"+86{first + one}": f"网格员{first + one}" for one in range(WORKERS_OF_EACH)}
    workers = list(enlist_many(names, now=now).values())
    since = timezone.localdate(now) - timedelta(days=1)
    for user in workers:
        give_posting(user, body=body, role=Role.GRID_WORKER, starts_on=since, actor=None, now=now)
    return workers


def lay_record() -> None:
    now = timezone.now()
    with transaction.atomic():
        append(
            [
                NewEntry(
                    stream=f"hour:{number}",
                    kind="hour.began",
                    actor_id=None,
                    happened_at=now,
                    public=True,
                    parameters={"long": not_to_be_packed(number)},
                )
                for number in range(ENTRIES)
            ]
        )
    seal()


def not_to_be_packed(number: int) -> str:
    return b64encode(shake_128(str(number).encode()).digest(BYTES_OF_EACH)).decode()


def stand_there() -> Iterator[str]:
    """What the hour left in the database."""
    received = Assignment.objects.filter(received_at__isnull=False).count()
    yield f"Matters in the database: {Issue.objects.count():,}; turns taken in: {received:,};"
    yield f"drafts of visitors: {Draft.objects.count():,};"
    yield f"messages carried: {LocalMessage.objects.count():,}."
    connections.close_all()
