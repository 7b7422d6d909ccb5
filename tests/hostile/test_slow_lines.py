"""Whoever sends or reads slowly holds nobody up, and is let go: on the server without a proxy."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from ledger.actions.append import append
from ledger.actions.seal import seal
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld, open_world
from tests.ledger.factories import act

pytestmark = pytest.mark.processes
# More than the one process has threads; fewer than an address may have.
MANY = 20
MOST = 24
SLOW = {
    "SLOW_GRACE_SECONDS": "2",
    "SLOW_LINES_AN_ADDRESS": str(MOST),
}
WRITE = b"POST /raise/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\ntext=half"
READ = b"GET /record/download/ HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def live(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveWorld]:
    with open_world(tmp_path_factory.mktemp("slow"), django_db_blocker, **SLOW) as world:
        yield world


@pytest.fixture(scope="module")
def port(live: LiveWorld) -> int:
    """Of a server whose record is larger than what waits in the sockets of a line."""
    long = {"long": "x" * 9_000}
    with transaction.atomic():
        append([act(f"issue:{number}", parameters=long) for number in range(1_200)])
    seal()
    return urlsplit(live.start_web().url).port or 0


def ask(port: int, path: str, *, timeout: float = 20, **headers: str) -> http.client.HTTPResponse:
    with closing(http.client.HTTPConnection("localhost", port, timeout=timeout)) as line:
        line.request(
            "GET", path, headers={key.replace("_", "-"): one for key, one in headers.items()}
        )
        answer = line.getresponse()
        answer.read()
    return answer


def begun(port: int, sent: bytes) -> socket.socket:
    line = socket.socket()
    # What is not taken waits with whoever sends it.
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.settimeout(20)
    line.connect(("127.0.0.1", port))
    line.sendall(sent)
    return line


def to_the_end(line: socket.socket) -> bytes:
    """What still comes until the other side has closed the line, or cut it."""
    read = bytearray()
    try:
        while block := line.recv(1 << 20):
            read += block
    except ConnectionResetError:
        pass
    return bytes(read)


def lines_at(port: int) -> int:
    """How many the server holds, by what the system knows."""
    with open("/proc/net/tcp", encoding="ascii") as table:
        rows = [row.split() for row in table]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == "01" for row in rows)


@pytest.mark.parametrize("sent", [WRITE, READ], ids=["write", "read"])
def test_twenty_slow_lines_hold_nobody_up_and_are_let_go(port: int, sent: bytes) -> None:
    with ExitStack() as held:
        lines = [held.enter_context(closing(begun(port, sent))) for _ in range(MANY)]
        assert ask(port, "/raise/").status == 200
        assert ask(port, "/healthz/").status == 200
        assert lines_at(port) >= MANY
        wait_until(lambda: lines_at(port) == 0, what="the end of the slow lines")
        if sent is WRITE:
            assert all(to_the_end(line).startswith(b"HTTP/1.1 408") for line in lines)


def test_an_address_has_only_so_many_slow_lines(port: int) -> None:
    with ExitStack() as held:
        lines = [held.enter_context(closing(begun(port, WRITE))) for _ in range(MOST + 1)]
        said = [to_the_end(line).split(b"\r\n")[0] for line in lines]
    assert said.count(b"HTTP/1.1 503 Service Unavailable") == 1
    assert said.count(b"HTTP/1.1 408 Request Timeout") == MOST


def test_a_head_that_never_ends_is_not_waited_for_for_ever(port: int) -> None:
    """And an idle line is no other: the server has one limit for both."""
    with closing(begun(port, b"GET / HTTP/1.1\r\nHo")) as line:
        assert to_the_end(line) == b""
