"""Looking for what must not be anywhere: in tables, files, logs and all that the broker sees."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import redis
from django.db import connection

# How PostgreSQL stores sixteen bytes: by themselves in a row, and as a member of an array.
SHORT_HEADER, LONG_HEADER = b"\x23", b"\x50\x00\x00\x00"


def written(secret: bytes) -> list[bytes]:
    """As a program would write it down in words."""
    return [
        secret.hex().encode(),
        secret.hex().upper().encode(),
        base64.b64encode(secret).rstrip(b"="),
        base64.urlsafe_b64encode(secret).rstrip(b"="),
        repr(secret)[2:-1].encode(),
    ]


def of_secret(secret: bytes) -> list[bytes]:
    """Of something as random as a key: its bytes are found nowhere by chance."""
    return [secret, *written(secret)]


def of_plain_ballot(ballot: bytes) -> list[bytes]:
    """Its bytes are mostly zeros, of which files are full; stored ones have their length before."""
    return [SHORT_HEADER + ballot, LONG_HEADER + ballot, *written(ballot)]


def found(
    needles: Mapping[str, Iterable[bytes]], haystacks: Iterable[tuple[str, bytes]]
) -> set[str]:
    """“what in where” for each thing that is somewhere."""
    flat = [(name, form) for name, forms in needles.items() for form in forms]
    return {f"{name} in {where}" for where, hay in haystacks for name, form in flat if form in hay}


def tables() -> Iterator[tuple[str, bytes]]:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield f"table {table}", "\n".join(row for (row,) in cursor.fetchall()).encode()


def files(data: Path, *, since: float) -> Iterator[tuple[str, bytes]]:
    """The data files and the segments of the WAL, all of it written out before.

    What nobody has written since then, as most of the templates, holds nothing that is younger.
    """
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    for path in sorted(data.rglob("*")):
        if path.is_file() and path.stat().st_mtime >= since:
            yield f"file {path.relative_to(data)}", path.read_bytes()


class Broker:
    """All that goes through the broker while the block runs, and all that lies in it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.lines: list[str] = []
        self._began, self._stop = threading.Event(), f"stop-{id(self)}"
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Broker:
        self._thread.start()
        assert self._began.wait(10)
        return self

    def __exit__(self, *_exception: object) -> None:
        with redis.Redis.from_url(self.url) as client:
            client.echo(self._stop)
        self._thread.join(10)

    def _listen(self) -> None:
        with redis.Redis.from_url(self.url) as client, client.monitor() as monitor:
            self._began.set()
            for seen in monitor.listen():
                self.lines.append(seen["command"])
                if self._stop in seen["command"]:
                    return

    def haystacks(self) -> Iterator[tuple[str, bytes]]:
        yield "messages of the broker", "\n".join(self.lines).encode(errors="replace")
        with redis.Redis.from_url(self.url) as client:
            dumps = (client.dump(key) or b"" for key in client.scan_iter())
            yield "memory of the broker", b"".join(dumps)
