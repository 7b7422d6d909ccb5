"""After a count nothing holds a choice or a key: not a table, the WAL, a log, nor the broker.

On a PostgreSQL of its own that logs every statement, with the real web server, worker and beat.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import redis
from django.conf import settings
from django.db import connection
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from accounts.models import User
from accounts.queries.clock import database_now
from clocks.models import Look
from clocks.queries.looks import ENGINE
from council.enums.votes import Choice, VoteState
from council.models import Vote
from council.secrecy.ballot import encoded
from council.secrecy.text import text_of
from tests.council.secrecy.room import Room, fresh, room_of
from tests.council.secrecy.traces import (
    Broker,
    files,
    found,
    of_plain_ballot,
    of_secret,
    tables,
)
from tests.harness.servers import OwnServer, own_server
from tests.harness.signing_in import session_of
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld, Site, open_world
from tests.world import build_world

pytestmark = pytest.mark.processes

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
TOKEN = "a" * 32


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    folder = tmp_path_factory.mktemp("server")
    with own_server(folder, log_statement="all", log_min_messages="log") as made:
        yield made


@pytest.fixture
def live(
    server: OwnServer, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> Iterator[LiveWorld]:
    with open_world(tmp_path, django_db_blocker, LOG_LEVEL="DEBUG") as made:
        yield made


@dataclass
class Caller:
    """Somebody's browser, as far as the server sees it."""

    site: Site
    session: str

    def post(self, path: str, **said: str) -> int:
        cookies = f"{settings.SESSION_COOKIE_NAME}={self.session}; "
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"{cookies}{settings.CSRF_COOKIE_NAME}={TOKEN}",
        }
        asked = HTTPConnection(urlsplit(self.site.url).netloc, timeout=30)
        asked.request("POST", path, urlencode({**said, "csrfmiddlewaretoken": TOKEN}), headers)
        return asked.getresponse().status


def caller(site: Site, person: User) -> Caller:
    return Caller(site, session_of(person))


def address(name: str, vote: Vote) -> str:
    return reverse(f"council:secret_{name}", args=[vote.meeting.uid, vote.uid])


def votes_over_http(site: Site, room: Room, vote: Vote) -> list[bytes]:
    """Some seal themselves, some let the server; one changes, one copies; what was sealed."""
    for role, device in room.devices.items():
        holder = caller(site, room.holder(role))
        assert holder.post(address("key", vote), point=text_of(device.point)) == 200
    ballots = address("ballot", vote)
    sealed = [room.ballot(fresh(vote), choice) for choice in (YES, NO, NO, ABSTAIN)]
    for voter, message in zip(room.members, sealed, strict=False):
        assert caller(site, voter).post(ballots, sealed=text_of(message)) == 302
    for voter, number in zip(room.members[4:], "121", strict=False):
        assert caller(site, voter).post(ballots, choice=number) == 302
    changed = room.ballot(vote, YES)
    assert caller(site, room.members[1]).post(ballots, sealed=text_of(changed)) == 302
    copied = caller(site, room.members[7]).post(ballots, sealed=text_of(sealed[0]))
    assert copied == 422
    return [*sealed, changed]


def opened_over_http(site: Site, room: Room, vote: Vote) -> list[bytes]:
    """Each holder makes up an answer first; then the good ones, which are returned."""
    given = []
    for role in room.devices:
        holder, good = caller(site, room.holder(role)), room.answer(vote, role)
        path = address("open", vote)
        made_up = [secrets.token_bytes(32), *good[1:]]
        assert holder.post(path, opening=" ".join(map(text_of, made_up))) == 409
        assert holder.post(path, opening=" ".join(map(text_of, good))) == 200
        given += good
        vote = fresh(vote)
    return given


def test_after_the_count_nothing_holds_a_choice_or_a_key(
    server: OwnServer, live: LiveWorld
) -> None:
    room = room_of(build_world(), members=8)
    site = live.start_web()
    parts = [site.process, live.start_worker(), live.start_beat(sweep_seconds=0.5)]
    began = time.time()
    with Broker(live.broker.url) as broker:
        vote = room.begins()
        sealed = votes_over_http(site, room, vote)
        vote = room.closes(vote)
        openings = opened_over_http(site, room, vote)
        all_look_once_more()
    # Nothing is written any more while it is looked for; what they left lies where it lay.
    for part in parts:
        part.ask_to_stop()
    for part in parts:
        part.stop()
    vote = fresh(vote)
    assert vote.state == VoteState.COUNTED
    assert (vote.yes, vote.no, vote.abstain, vote.invalid) == (4, 2, 1, 0)
    needles = {
        **{f"choice {n}": of_plain_ballot(encoded(n)) for n in (1, 2, 3)},
        "a choice as it was sent": [b"choice="],
        "a private key": forms_of(device.private_bytes for device in room.devices.values()),
        "an opening": forms_of(openings),
    }
    assert found(needles, everything(server, live, broker, since=began)) == set()
    # Neither the ballots nor who sent them: no row has what was beside a voter.
    assert found({"a sealed ballot": forms_of(sealed)}, tables()) == set()
    leaks(live, room)
    needles["a session"] = [session_of(room.chair).encode()]
    told = found(needles, everything(server, live, broker, since=began))
    for what in (
        "choice 1 in file pg_wal/",
        "choice 1 in log of PostgreSQL",
        "a private key in",
        "a session in file base/",
    ):
        assert any(one.startswith(what) for one in told), f"The search is blind for “{what}”"


def forms_of(secret: Iterable[bytes]) -> list[bytes]:
    return [form for one in secret for form in of_secret(one)]


def all_look_once_more() -> None:
    """What worker and beat do after a count is done, too, before it is looked for."""
    now = database_now()
    looked = Look.objects.filter(task__in=ENGINE, engine_at__gt=now)
    wait_until(lambda: looked.count() == len(ENGINE), what="what is done after a count")


def everything(
    server: OwnServer, live: LiveWorld, broker: Broker, *, since: float
) -> Iterator[tuple[str, bytes]]:
    yield from tables()
    yield from files(server.data, since=since)
    yield "log of PostgreSQL", server.log.getvalue().encode()
    stream = live.output.stream
    yield "log of processes", stream.getvalue().encode()  # type: ignore[attr-defined]
    yield from broker.haystacks()


def leaks(live: LiveWorld, room: Room) -> None:
    """What a careless hand would do: a row that is there for a moment, a message, a key."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE careless (voter bigint, plain bytea)")
        cursor.execute("INSERT INTO careless VALUES (1, %s)", [encoded(1)])
        cursor.execute("DELETE FROM careless")
        cursor.execute("DROP TABLE careless")
    with redis.Redis.from_url(live.broker.url) as client:
        client.set("careless", room.devices["chair"].private_bytes.hex())
