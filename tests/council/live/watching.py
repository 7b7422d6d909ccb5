"""A stream as a phone holds it, without a browser: read line by line in a thread."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from accounts.models import User
from tests.harness.signing_in import session_of
from tests.harness.waiting import wait_until


def cookie_of(user: User | None) -> dict[str, str]:
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session_of(user)}"} if user else {}


def line_to(
    url: str, headers: dict[str, str], *, method: str = "GET"
) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    line.request(method, f"{parts.path}?{parts.query}", headers=headers)
    return line


def asked(url: str, headers: dict[str, str], *, method: str = "GET") -> http.client.HTTPResponse:
    return line_to(url, headers, method=method).getresponse()


@dataclass
class Stream:
    """Everything that came, event by event."""

    url: str
    headers: dict[str, str]
    frames: list[dict[str, Any]] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    has_ended: bool = False

    def __post_init__(self) -> None:
        self.line = line_to(self.url, self.headers)
        self.answer = self.line.getresponse()
        self.status = self.answer.status
        if self.status == http.client.OK:
            threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with suppress(OSError, ValueError, AttributeError, http.client.HTTPException):
            event = ""
            for line in self.answer:
                name, _, text = line.decode().rstrip("\n").partition(": ")
                if name == "event":
                    event = text
                    self.events.append(event)
                elif name == "data" and event == "message":
                    self.frames.append(json.loads(text))
        self.has_ended = True

    @property
    def version(self) -> int:
        return int(self.frames[-1]["version"]) if self.frames else 0

    def wait_for(self, version: int, *, seconds: float = 30) -> None:
        what = f"version {version} on the stream, which has {self.version}"
        wait_until(lambda: self.version >= version, seconds=seconds, what=what)

    def close(self) -> None:
        """At once: the file would wait for the thread that reads it."""
        if self.line.sock:
            with suppress(OSError):
                self.line.sock.shutdown(socket.SHUT_RDWR)
