"""What the entry refuses: in the reader's language, with when to come again, and written down."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from django.conf import settings

from accounts.asker import digest
from acting.room import CrowdedOut
from config.bridge import body, refusing
from config.bridge.pace import Limits
from config.bridge.pages import Pages
from tests.config.test_bridge import BLOCK, LARGE, PIECE, call, sent
from tests.harness.security_lines import security_lines

HALF = [sent(b"text=", more=True)]
LENGTH = (b"content-length", b"9")
COOKIE = settings.LANGUAGE_COOKIE_NAME.encode()


def refuses(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    environ["wsgi.input"].read()
    start_response("200 OK", [])
    return [BLOCK] * 40


def told(pages: Pages, *received: dict[str, Any], **more: Any) -> tuple[int, dict[bytes, bytes]]:
    made = call(None, *received, pages=pages, **more)
    return made.messages[0]["status"], dict(made.messages[0]["headers"]) | {b"": made.body}


def late() -> Pages:
    return Pages(refuses, threads=1, limits=Limits(grace=0.0))


@pytest.mark.parametrize(
    ("headers", "language", "begins"),
    [
        ([], b"zh-hans", "发送的内容"),
        ([(b"accept-language", b"zh-TW,en;q=0.5")], b"zh-hans", "发送的内容"),
        ([(b"accept-language", b"en-GB,en;q=0.9,zh;q=0.1")], b"en", "What you sent"),
        ([(b"accept-language", b"zh"), (b"cookie", COOKIE + b"=en")], b"en", "What you sent"),
        (
            [(b"accept-language", b"en"), (b"cookie", COOKIE + b"=zh-hans")],
            b"zh-hans",
            "发送的内容",
        ),
        ([(b"accept-language", b"\xff;q=x"), (b"cookie", COOKIE + b"=\xff")], b"zh-hans", "发送"),
    ],
)
def test_it_is_said_as_the_pages_say_it(
    headers: list[tuple[bytes, bytes]], language: bytes, begins: str
) -> None:
    status, answer = told(late(), *HALF, headers=[LENGTH, *headers])
    assert (status, answer[b"content-language"]) == (408, language)
    assert answer[b""].decode().startswith(begins)
    # The next in the same process has not been given another's language.
    assert told(late(), *HALF, headers=[LENGTH])[1][b"content-language"] == b"zh-hans"


def test_each_says_when_to_come_again_and_is_written_down(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    none = Pages(refuses, threads=1, limits=Limits(lines=0))
    with security_lines() as lines:
        answers = [
            told(late(), *HALF, headers=[LENGTH]),
            told(none, *HALF, sent(b"late"), headers=[LENGTH]),
            told(none, sent(b""), headers=[(b"content-length", b"0")]),
        ]
        monkeypatch.setattr(body, "IN_MEMORY", 10)
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not there"))
        answers.append(told(none, sent(b"x" * 11), headers=[(b"content-length", b"11")]))
    assert [status for status, _answer in answers] == [408, 503, 503, 507]
    assert all(int(answer[b"retry-after"]) > 0 for _status, answer in answers)
    assert [(line["kind"], line["what"]) for line in lines] == [
        ("line_cut", "body"),
        ("crowded_out", "lines"),
        ("crowded_out", "lines"),
        ("crowded_out", "disk"),
    ]
    assert {(line["address"], line["person"]) for line in lines} == {(digest("192.0.2.1"), "")}


def test_an_upload_without_room_and_a_reader_who_takes_nothing_are_written_down() -> None:
    crowded = Pages(refuses, threads=1, limits=Limits(room=10))
    with security_lines() as lines, pytest.raises(CrowdedOut):
        call(None, sent(PIECE, more=True), sent(b"z"), headers=LARGE, pages=crowded)
    assert [(line["kind"], line["what"]) for line in lines] == [("crowded_out", "uploads")]

    async def reads_nothing(message: Any) -> None:
        if message["type"] == "http.response.body":
            await asyncio.Future()

    async def receives() -> dict[str, Any]:
        return await asyncio.Future()

    scope = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": "/",
        "raw_path": b"/", "query_string": b"", "server": ("127.0.0.1", 80),
        "client": ("192.0.2.1", 5000), "headers": [(b"host", b"localhost")],
    }  # fmt: skip
    slow = Pages(refuses, threads=1, limits=Limits(grace=0.01))
    with security_lines() as lines, ThreadPoolExecutor(1) as beside:
        beside.submit(lambda: asyncio.run(slow(scope, receives, reads_nothing))).result()
    assert [(line["kind"], line["what"]) for line in lines] == [("line_cut", "answer")]


def test_a_flood_at_the_entry_leaves_so_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accounts.security_log.MOST_OF_ONE", 2)
    with security_lines() as lines:
        for _ in range(5):
            told(late(), *HALF, headers=[LENGTH])
    assert [line.get("more_left_out", 0) for line in lines] == [0, 1]
    assert refusing.LATE.status == 408
