"""Whoever sends or reads slowly holds nobody up, and is let go: with a proxy and without one."""

from __future__ import annotations

import http.client
import socket
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from hashlib import shake_128
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from config.launcher.valkey import free_port
from ledger.actions.append import append
from ledger.actions.seal import seal
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld, open_world
from tests.ledger.factories import act

pytestmark = pytest.mark.processes
ROOT = Path(__file__).resolve().parent.parent.parent
# More than the one process has threads; fewer than an address may have.
MANY, MOST = 20, 24
SLOW = {
    "SLOW_GRACE_SECONDS": "3",
    "SLOW_LINES_AN_ADDRESS": str(MOST),
    "BEHIND_PROXY": "1",
    # Half of it from one address.
    "UPLOADS_MB": "1",
}
WRITE = "POST /raise/ HTTP/1.1\r\nHost: localhost\r\n{told}Content-Length: 1000000\r\n\r\ntext=half"
READ = "GET /record/download/ HTTP/1.1\r\nHost: localhost\r\n{told}\r\n"
ESTABLISHED = "01"


@pytest.fixture(scope="module")
def live(
    django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveWorld]:
    with open_world(tmp_path_factory.mktemp("slow"), django_db_blocker, **SLOW) as world:
        yield world


@pytest.fixture(scope="module")
def port(live: LiveWorld) -> int:
    """Of a server whose record is larger, packed too, than what waits in the sockets of a line."""
    with transaction.atomic():
        append(
            [act(f"issue:{n}", parameters={"long": will_not_be_packed(n)}) for n in range(1_600)]
        )
    seal()
    return urlsplit(live.start_web().url).port or 0


def will_not_be_packed(number: int) -> str:
    return b64encode(shake_128(str(number).encode()).digest(6_750)).decode()


@pytest.fixture(scope="module")
def behind_caddy(live: LiveWorld) -> Callable[[int], int]:
    """The port at which a real Caddy passes on to another, by deploy/Caddyfile."""

    def start(upstream: int) -> int:
        own, administration = free_port(), free_port()
        told = {
            "DOMAIN": f"http://localhost:{own}",
            "WEB": f"127.0.0.1:{upstream}",
            "READ_HEADER": "2s",
            "CADDY_ADMIN": f"127.0.0.1:{administration}",
            "HOME": str(live.folder),
            "XDG_DATA_HOME": str(live.folder),
            "XDG_CONFIG_HOME": str(live.folder),
        }
        file = str(ROOT / "deploy" / "Caddyfile")
        live.start(
            f"caddy-{own}", ["caddy", "run", "--adapter", "caddyfile", "--config", file], **told
        )
        wait_until(lambda: listens(own), what="Caddy")
        return own

    return start


@pytest.fixture(scope="module")
def proxy(port: int, behind_caddy: Callable[[int], int]) -> int:
    return behind_caddy(port)


@pytest.fixture(scope="module")
def nobody_behind(behind_caddy: Callable[[int], int]) -> int:
    return behind_caddy(free_port())


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port: int, path: str) -> http.client.HTTPResponse:
    with closing(http.client.HTTPConnection("localhost", port, timeout=20)) as line:
        line.request("GET", path)
        answer = line.getresponse()
        answer.read()
    return answer


def begun(port: int, sent: str) -> socket.socket:
    line = socket.socket()
    # What is not taken waits with whoever sends it.
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.settimeout(20)
    line.connect(("127.0.0.1", port))
    line.sendall(sent.encode())
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


def status(line: socket.socket) -> str:
    return to_the_end(line).partition(b"\r\n")[0].decode().partition(" ")[2]


def lines_at(port: int) -> int:
    """How many the server holds, as the system knows."""
    rows = [row.split() for row in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()]
    return sum(row[1].endswith(f":{port:04X}") and row[3] == ESTABLISHED for row in rows)


@pytest.mark.parametrize("sent", [WRITE, READ], ids=["write", "read"])
def test_twenty_slow_lines_hold_nobody_up_and_are_let_go(port: int, sent: str) -> None:
    with ExitStack() as held:
        for _ in range(MANY):
            held.enter_context(closing(begun(port, sent.format(told=""))))
        assert ask(port, "/raise/").status == 200
        assert ask(port, "/healthz/").status == 200
        assert lines_at(port) >= MANY
        wait_until(lambda: lines_at(port) == 0, what="the end of the slow lines")


def test_an_upload_that_finds_no_room_is_taken_in_and_told_so(port: int) -> None:
    """All of it is sent before anything is read: a browser does the same, and shows the page."""
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    with closing(http.client.HTTPConnection("localhost", port, timeout=20)) as line:
        line.request("POST", "/raise/", body=b"x" * 9_000_000, headers=kind)
        answer = line.getresponse()
        page = answer.read().decode()
    assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
    assert "一时放不下" in page
    assert 'href="/raise/"' in page


def test_an_address_has_only_so_many_slow_lines(port: int) -> None:
    with ExitStack() as held:
        sent = WRITE.format(told="")
        lines = [held.enter_context(closing(begun(port, sent))) for _ in range(MOST + 1)]
        said = sorted(status(line) for line in lines)
    assert said == ["408 Request Timeout"] * MOST + ["503 Service Unavailable"]


def test_a_head_that_never_ends_and_an_idle_line_are_closed(port: int) -> None:
    whole = "GET /healthz/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    lines = [begun(port, whole), begun(port, whole[:-2]), begun(port, "")]
    assert [status(line) for line in lines] == ["200 OK", "", ""]
    for line in lines:
        line.close()


def test_slow_lines_through_the_proxy_are_let_go_too(port: int, proxy: int) -> None:
    with ExitStack() as held:
        for sent in (WRITE, READ):
            for _ in range(MANY // 2):
                held.enter_context(closing(begun(proxy, sent.format(told=""))))
        wait_until(lambda: lines_at(port) >= MANY, what="that the proxy passes them on")
        assert ask(proxy, "/raise/").status == 200
        assert ask(proxy, "/healthz/").status == 200
        wait_until(lambda: lines_at(port) == 0, what="the end of the slow lines")


@pytest.mark.parametrize("name", ["X_Forwarded_For", "X-Forwarded-For", "X_Forwarded-For"])
def test_no_line_passes_for_that_of_another_address(port: int, proxy: int, name: str) -> None:
    pretended = [f"{name}: 198.51.100.{number}\r\n" for number in range(MOST + 1)]
    with ExitStack() as held:
        sent = [READ.format(told=told) for told in pretended]
        lines = [held.enter_context(closing(begun(proxy, one))) for one in sent]
        said = sorted(line.recv(15).decode() for line in lines)
    assert said == ["HTTP/1.1 200 OK"] * MOST + ["HTTP/1.1 503 Se"]
    wait_until(lambda: lines_at(port) == 0, what="the end of the slow lines")


def test_the_proxy_passes_no_pretences_on_and_waits_for_no_head(
    behind_caddy: Callable[[int], int],
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as upstream:
        upstream.settimeout(20)
        proxy = behind_caddy(upstream.getsockname()[1])
        pretences = (
            "X_Forwarded_For: 192.0.2.7\r\nX-Forwarded-For: 192.0.2.7\r\nX-Real-IP: 192.0.2.7\r\n"
        )
        asked = (
            f"GET /mine/ HTTP/1.1\r\nHost: localhost\r\n{pretences}Forwarded: for=192.0.2.7\r\n\r\n"
        )
        with closing(begun(proxy, asked)):
            head = ""
            # The proxy asks after the health of what it passes on to, and passes nothing on to what
            # does not answer that.
            while "/mine/" not in head:
                line, _from = upstream.accept()
                with line:
                    head = line.recv(1 << 16).decode()
                    line.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    )
        assert "192.0.2.7" not in head
        assert "X-Forwarded-For: 127.0.0.1" in head
        with closing(begun(proxy, "GET / HTTP/1.1\r\nHo")) as line:
            assert status(line) in {"", "400 Bad Request", "408 Request Timeout"}


@pytest.mark.parametrize(
    ("told", "begins"),
    [
        ({}, "网站暂时打不开"),
        ({"Accept-Language": "zh-CN,en;q=0.5"}, "网站暂时打不开"),
        ({"Accept-Language": "en-GB,en;q=0.9,zh;q=0.1"}, "The site can't be reached"),
        ({"Accept-Language": "zh", "Cookie": "a=b; language=en"}, "The site can't be reached"),
        ({"Accept-Language": "en", "Cookie": "__Host-language=zh-hans; a=b"}, "网站暂时打不开"),
    ],
)
def test_what_only_the_proxy_can_say_is_said_in_the_readers_language(
    nobody_behind: int, told: dict[str, str], begins: str
) -> None:
    with closing(http.client.HTTPConnection("localhost", nobody_behind, timeout=20)) as line:
        line.request("GET", "/", headers=told)
        answer = line.getresponse()
        assert answer.read().decode().startswith(begins)
    assert answer.status in {502, 503}
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
