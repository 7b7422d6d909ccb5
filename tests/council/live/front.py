"""A front before the web server, as a proxy is, which can break."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

BAD_GATEWAY = (
    b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 3\r\n"
    b"Connection: close\r\n\r\n502"
)
EVERYTHING, STREAMS, SILENT = "everything", "streams", "silent"


@dataclass
class Front:
    """`broken` says what it answers with 502; what it holds open breaks with it.

    SILENT takes what comes and answers nothing, as a line does that is dead.
    """

    upstream: str
    broken: str = ""
    asked: list[str] = field(default_factory=list)
    open: list[socket.socket] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def breaks(self, what: str) -> None:
        """From now on; asks that were counted before are forgotten."""
        self.asked.clear()
        self.broken = what
        if what != SILENT:
            self.cut()

    def mend(self) -> None:
        self.broken = ""
        self.cut()

    def cut(self) -> None:
        held, self.open = self.open, []
        for one in held:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.door.close()
        self.cut()

    def _serve(self) -> None:
        while True:
            try:
                caller, _address = self.door.accept()
            except OSError:
                return
            self.open.append(caller)
            threading.Thread(target=self._answer, args=[caller], daemon=True).start()

    def _answer(self, caller: socket.socket) -> None:
        with caller, suppress(OSError):
            head = caller.recv(65536)
            path = head.split(b" ", 2)[1].decode() if head.count(b" ") > 1 else ""
            self.asked.append(path)
            if self.refuses(path):
                caller.sendall(BAD_GATEWAY)
                return
            parts = urlsplit(self.upstream)
            with socket.create_connection((parts.hostname or "", parts.port or 0)) as server:
                self.open.append(server)
                # One request a connection, so that each is seen here.
                server.sendall(head.replace(b"Connection: keep-alive", b"Connection: close"))
                threading.Thread(target=self._pass_on, args=[caller, server], daemon=True).start()
                self._pass_on(server, caller)

    def refuses(self, path: str) -> bool:
        is_stream = path.startswith("/live/") and "/frame/" not in path
        return self.broken == EVERYTHING or (self.broken == STREAMS and is_stream)

    def _pass_on(self, giver: socket.socket, taker: socket.socket) -> None:
        with suppress(OSError):
            while data := giver.recv(65536):
                if self.broken != SILENT:
                    taker.sendall(data)
            taker.shutdown(socket.SHUT_WR)


@contextmanager
def front_before(upstream: str) -> Iterator[Front]:
    front = Front(upstream)
    try:
        yield front
    finally:
        front.close()
