"""End lines whose other side does not read.

The server offers no way: it waits for room in the socket for ever, and never hears of an
application that has given up.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

# Of this process, on Linux and on macOS.
OPEN: Final = Path("/dev/fd")


def cut(client: tuple[str, int | str] | None) -> None:
    """Shut the socket that leads to `client`, if there is one."""
    if client is None:
        return
    wanted = (client[0], int(client[1]))
    for found in sockets():
        with suppress(OSError):
            if found.getpeername()[:2] == wanted:
                found.shutdown(socket.SHUT_RDWR)


def drop_whoever_reads_nothing(seconds: float) -> None:
    """Have the system end each line whose other side takes nothing for so long (Linux).

    Of a listening socket what is accepted inherits it.
    """
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is None:
        return
    for found in sockets():
        with suppress(OSError):
            if found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                found.setsockopt(socket.IPPROTO_TCP, option, int(seconds * 1000))


def sockets() -> Iterator[socket.socket]:
    for name in os.listdir(OPEN):
        with suppress(OSError), held(int(name)) as found:
            if found.family in {socket.AF_INET, socket.AF_INET6}:
                yield found


@contextmanager
def held(descriptor: int) -> Iterator[socket.socket]:
    """A copy of `descriptor`, which nobody closes meanwhile; OSError if it is no socket."""
    copy = os.dup(descriptor)
    try:
        found = socket.socket(fileno=copy)
    except OSError:
        os.close(copy)
        raise
    with found:
        yield found
