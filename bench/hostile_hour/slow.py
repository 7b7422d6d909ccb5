"""Whoever sends or reads so slowly that the line stays for as long as it is let."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable

from bench.hostile_hour.lines import Site, of_head

# Seconds from a byte to the next; and for which a line is held before another one is begun.
BETWEEN, HELD = 2.0, 90.0
# Small, so that what is not taken waits with whoever sends it.
TAKEN = 4096
MUCH = 1 << 20


async def write_slowly(site: Site, source: str) -> str:
    """A form of a million bytes, one at a time. How it ended."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port, local_addr=(source, 0))
    host = f"Host: localhost:{site.port}"
    sent = f"POST /raise/ HTTP/1.1\r\n{host}\r\nContent-Length: 1000000\r\n\r\ntext="
    try:
        writer.write(sent.encode())
        end = time.monotonic() + HELD
        while time.monotonic() < end:
            try:
                said = await asyncio.wait_for(reader.read(TAKEN), BETWEEN)
            except TimeoutError:
                writer.write(b"a")
            else:
                return str(of_head(said)[0]) if said else "cut"
        return "held to the end"
    finally:
        writer.close()


async def read_slowly(site: Site, source: str, *, whole: int) -> str:
    """The record of `whole` bytes, one at a time, and what is left at the end all at once."""
    loop = asyncio.get_running_loop()
    with socket.socket() as line:
        line.settimeout(0)
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, TAKEN)
        line.bind((source, 0))
        await loop.sock_connect(line, ("127.0.0.1", site.port))
        host = f"Host: localhost:{site.port}"
        await loop.sock_sendall(line, f"GET /record/download/ HTTP/1.1\r\n{host}\r\n\r\n".encode())
        head = await loop.sock_recv(line, TAKEN)
        if (status := of_head(head)[0]) != 200:
            return str(status)
        read, end = len(head), time.monotonic() + HELD
        while time.monotonic() < end:
            if not (said := await loop.sock_recv(line, 1)):
                return "cut"
            read += len(said)
            await asyncio.sleep(BETWEEN)
        read += await the_rest(line)
        return "held to the end" if read >= whole else "cut"


async def the_rest(line: socket.socket) -> int:
    """How much still comes: little, where the other side has given up long ago."""
    loop, read = asyncio.get_running_loop(), 0
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, MUCH)
    try:
        while said := await asyncio.wait_for(loop.sock_recv(line, MUCH), BETWEEN):
            read += len(said)
    except TimeoutError:
        pass
    return read


async def held(line: Callable[[], Awaitable[str]]) -> str:
    try:
        return await line()
    except OSError:
        return "cut"
