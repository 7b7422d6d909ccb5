"""Many at once over real connections, by one thread that does nothing else."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass


@dataclass(slots=True)
class Connection:
    """HTTP/1.1, kept alive."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @classmethod
    async def to(cls, port: int) -> Connection:
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=2**20))

    async def ask(self, method: str, path: str, *, body: str = "", **headers: str) -> bytes:
        """The body of an answer that must be good."""
        told = {"Host": "localhost", **{name.replace("_", "-"): headers[name] for name in headers}}
        if body:
            told |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Content-Length": str(len(body.encode())),
            }
        lines = "".join(f"{name}: {text}\r\n" for name, text in told.items())
        self.writer.write(f"{method} {path} HTTP/1.1\r\n{lines}\r\n{body}".encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        assert head[9] in "23", f"{path}: {head}"
        if "content-length: " not in head:
            return b""
        length = head.partition("content-length: ")[2].partition("\r\n")[0]
        return await self.reader.readexactly(int(length))

    def close(self) -> None:
        self.writer.close()


def a_second(port: int, path: str, *, connections: int, seconds: float) -> float:
    """How many answers come in a second while so many ask one after the other."""
    return asyncio.run(_a_second(port, path, connections, seconds))


async def _a_second(port: int, path: str, connections: int, seconds: float) -> float:
    began = time.perf_counter()
    end = began + seconds

    async def ask_until_end() -> int:
        connection, count = await Connection.to(port), 0
        while time.perf_counter() < end:
            await connection.ask("GET", path)
            count += 1
        connection.close()
        return count

    counts = await asyncio.gather(*(ask_until_end() for _ in range(connections)))
    return sum(counts) / (time.perf_counter() - began)
