"""Requests pass from ASGI to WSGI and back as they are, and hold nothing up."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from django.core.exceptions import RequestDataTooBig

from acting.room import CrowdedOut
from config.bridge import body
from config.bridge.environ import Blocks
from config.bridge.pace import Late, Limits, Pace, address_of
from config.bridge.pages import Pages
from config.bridge.strangers import without_pretences

Given = Callable[[WSGIEnvironment, StartResponse], Iterable[bytes]]
BLOCK = b"x" * 64 * 1024
GONE = {"type": "http.disconnect"}


@dataclass
class Call:
    """What an application was told, and what came back through the bridge."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    environ: WSGIEnvironment = field(default_factory=dict)
    read: bytes = b""

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages)


def call(
    application: Given | None = None,
    *received: dict[str, Any],
    headers: Iterable[tuple[bytes, bytes]] = (),
    raw_path: bytes = b"/",
    query: bytes = b"",
    when_sent: Callable[[], object] = lambda: True,
    pages: Pages | None = None,
) -> Call:
    """Through the bridge; without an application the body is read and a word is said.

    `when_sent` is true each time that something is sent.
    """
    made, coming = Call(), list(received)
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": raw_path.decode(errors="replace"),
        "raw_path": raw_path,
        "query_string": query,
        "server": ("127.0.0.1", 8000),
        "client": ("192.0.2.1", 5000),
        "headers": [(b"host", b"localhost"), *headers],
    }

    def plain(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        made.environ = environ
        made.read = environ["wsgi.input"].read()
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"a ", b"word"]

    async def receive() -> dict[str, Any]:
        return coming.pop(0) if coming else await asyncio.Future()

    async def send(message: Any) -> None:
        assert when_sent()
        made.messages.append(dict(message))

    async def run() -> None:
        given = pages or Pages(application or plain, threads=1, limits=Limits())
        without_pretences(scope, behind_proxy=True)
        await asyncio.wait_for(given(scope, receive, send), 30)

    # In a thread of its own: Playwright may keep a loop running in this one.
    with ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(run())).result()
    return made


def sent(data: bytes, *, more: bool = False) -> dict[str, Any]:
    return {"type": "http.request", "body": data, "more_body": more}


def test_a_page_leaves_in_one_piece() -> None:
    made = call()
    assert [message["type"] for message in made.messages] == [
        "http.response.start",
        "http.response.body",
    ]
    assert made.messages[0]["status"] == 200
    assert made.messages[0]["headers"] == [(b"content-type", b"text/plain")]
    assert made.messages[1] == {
        "type": "http.response.body",
        "body": b"a word",
        "more_body": False,
    }


def test_a_body_is_whole_before_the_application_is_called() -> None:
    length = [(b"content-length", b"9")]
    made = call(None, sent(b"text=", more=True), sent(b"late"), headers=length)
    assert (made.read, made.environ["CONTENT_LENGTH"]) == (b"text=late", "9")


def test_half_a_form_is_never_handed_on() -> None:
    made = call(None, sent(b"text=", more=True), GONE, headers=[(b"content-length", b"9")])
    assert made.environ == {}
    assert made.messages == []


def test_a_body_without_a_length_gets_one() -> None:
    chunked = [(b"transfer-encoding", b"chunked")]
    made = call(None, sent(b"a=1", more=True), sent(b""), headers=chunked)
    assert made.environ["CONTENT_LENGTH"] == "3"


def test_too_much_is_refused_where_it_would_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "LARGEST", 10)
    with pytest.raises(RequestDataTooBig):
        call(None, sent(b"x" * 11, more=True), headers=[(b"content-length", b"99")])


def test_a_body_for_which_there_is_no_room_is_answered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(body, "IN_MEMORY", 10)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not there"))
    answered = call(None, sent(b"x" * 11), headers=[(b"content-length", b"11")])
    assert answered.messages[0]["status"] == 507
    # No middleware has seen it: what every answer says to browsers, it says itself.
    told = dict(answered.messages[0]["headers"])
    assert told[b"x-content-type-options"] == b"nosniff"
    assert told[b"content-security-policy"].startswith(b"default-src 'none'")


LARGE = [(b"content-length", b"900000")]
PIECE = b"x" * 300_000


def test_bodies_on_their_way_take_no_more_room_than_there_is() -> None:
    """Half of it from one address. What finds none is taken in to its end, and lies nowhere."""
    pages = Pages(lambda *_: [], threads=1, limits=Limits(room=1_000_000))
    pages.room.take("somebody else", 300_000)
    whole = [sent(PIECE, more=True), sent(b"y" * 100_000)]
    seen: list[tuple[int, str]] = []

    def reads(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        seen.append((pages.room.taken, environ["CONTENT_LENGTH"]))
        start_response("200 OK", [])
        return [str(len(environ["wsgi.input"].read())).encode()]

    pages.application = reads
    assert call(None, *whole, headers=LARGE, pages=pages).body == b"400000"
    assert seen == [(700_000, "400000")]
    # Given back however slowly the answer is read, and where nobody waited for it.
    given_back = lambda: pages.room.taken == 300_000  # noqa: E731
    call(None, *whole, headers=LARGE, pages=pages, when_sent=given_back)
    call(None, sent(PIECE, more=True), GONE, headers=LARGE, pages=pages)
    assert pages.room.taken == 300_000
    with pytest.raises(CrowdedOut):
        call(None, *[sent(PIECE, more=True)] * 3, sent(b"z"), headers=LARGE, pages=pages)
    assert seen[2:] == [(300_000, "900001")]
    pages.room.take("another one", 450_000)
    with pytest.raises(CrowdedOut):
        call(None, *whole, headers=LARGE, pages=pages)
    # What is small enough to stay in memory needs none.
    assert call(None, sent(b"text=hello"), headers=LARGE, pages=pages).body == b"10"


def test_a_header_with_an_underscore_does_not_pass_for_the_proxys() -> None:
    told = [
        (b"x_forwarded_proto", b"https"),
        (b"x_forwarded_for", b"1.2.3.4"),
        (b"x-forwarded-for", b"192.0.2.7"),
    ]
    environ = call(headers=told).environ
    assert environ["HTTP_X_FORWARDED_FOR"] == "192.0.2.7"
    assert "HTTP_X_FORWARDED_PROTO" not in environ
    assert environ["REMOTE_ADDR"] == "192.0.2.1"


def test_a_header_that_comes_twice_is_one() -> None:
    twice = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"x"), (b"accept", b"y")]
    environ = call(headers=twice).environ
    assert (environ["HTTP_COOKIE"], environ["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


@pytest.mark.parametrize(
    ("raw", "told"),
    [(b"/issues/%FF/", "/issues/\xff/"), (b"/%E6%B0%B4", "/æ°´"), (b"/a%2Fb", "/a/b")],
)
def test_a_path_arrives_byte_by_byte(raw: bytes, told: str) -> None:
    assert call(raw_path=raw).environ["PATH_INFO"] == told


def test_a_query_that_is_not_ascii_arrives() -> None:
    assert call(query="words=水".encode()).environ["QUERY_STRING"] == "words=æ°´"


def test_what_is_made_while_it_is_asked_for_is_made_before_it_is_read() -> None:
    """Its thread is free before a single block is taken."""
    made_whole = threading.Event()

    def long(_environ: WSGIEnvironment, start_response: StartResponse) -> Iterator[bytes]:
        start_response("200 OK", [])

        def blocks() -> Iterator[bytes]:
            yield from [BLOCK] * 40
            made_whole.set()

        return blocks()

    made = call(long, when_sent=made_whole.is_set)
    assert made.body == BLOCK * 40


def test_a_file_is_read_without_its_thread(tmp_path: Path) -> None:
    """And from where the application had read it."""
    (tmp_path / "long").write_bytes(b"skipped" + BLOCK * 40)
    closed = threading.Event()

    def file(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [])
        opened = (tmp_path / "long").open("rb")
        opened.seek(len(b"skipped"))
        answered: Blocks = environ["wsgi.file_wrapper"](opened)

        def close() -> None:
            opened.close()
            closed.set()

        answered.close = close
        return answered

    made = call(file, when_sent=closed.is_set)
    assert made.body == BLOCK * 40


def test_a_reader_who_has_left_is_sent_no_more() -> None:
    def long(_environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [BLOCK] * 400

    assert len(call(long, GONE).body) < len(BLOCK) * 400


def test_what_fails_in_the_middle_of_a_page_is_told_to_the_server() -> None:
    def failing(_environ: WSGIEnvironment, start_response: StartResponse) -> Iterator[bytes]:
        start_response("200 OK", [])
        yield b"half"
        raise ValueError("midway")

    with pytest.raises(ValueError, match="midway"):
        call(failing)


def test_who_asks_whether_all_is_well_waits_for_nobody() -> None:
    """Though the one thread of all pages is taken."""
    taken, free = threading.Event(), threading.Event()

    def held(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/":
            taken.set()
            assert free.wait(20)
        start_response("200 OK", [])
        return [b"ok"]

    pages = Pages(held, threads=1, limits=Limits(), aloof=["/healthz/"])
    with ThreadPoolExecutor(1) as beside:
        page = beside.submit(call, pages=pages)
        assert taken.wait(20)
        well = call(pages=pages, raw_path=b"/healthz/")
        free.set()
        assert (well.body, page.result().body) == (b"ok", b"ok")


def test_only_the_proxy_which_is_near_is_believed() -> None:
    told = [(b"x-forwarded-for", b"192.0.2.7"), (b"x-forwarded-proto", b"https"), (b"accept", b"x")]

    def left(client: str, *, behind_proxy: bool) -> list[bytes]:
        scope = {"client": (client, 1), "headers": list(told)}
        return [name for name, _ in without_pretences(scope, behind_proxy=behind_proxy)["headers"]]

    assert len(left("172.18.0.5", behind_proxy=True)) == 3
    assert left("8.8.8.8", behind_proxy=True) == [b"accept"]
    assert left("127.0.0.1", behind_proxy=False) == [b"accept"]


def test_what_moved_earlier_buys_no_time() -> None:
    limits = Limits(grace=0.2, rate=1)

    async def trickling() -> None:
        pace = Pace(limits)
        pace.note(1_000_000)
        await pace.keep(asyncio.Future())

    with ThreadPoolExecutor(1) as beside, pytest.raises(Late):
        beside.submit(lambda: asyncio.run(trickling())).result()


def test_a_household_is_one_address() -> None:
    def address(client: str, told: bytes = b"") -> str:
        headers = [(b"x-forwarded-for", told)] if told else []
        return address_of({"client": (client, 1), "headers": headers})

    assert address("2001:db8:1:2:3::4") == address("2001:db8:1:2:9::1") != address("2001:db8:1:3::")
    assert address("10.0.0.2", b"192.0.2.9, 192.0.2.7") == "192.0.2.7"
    # A socket for both kinds says the older one so: these are two households.
    assert address("::ffff:192.0.2.7") == "192.0.2.7"
