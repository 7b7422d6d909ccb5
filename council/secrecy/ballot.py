"""What is sealed: always sixteen bytes, whatever was chosen."""

from __future__ import annotations

SIZE = 16
# A later suite gets a number of its own, so that ballots of two kinds can't be mistaken.
VERSION = 1
_PADDING = bytes(SIZE - 2)


def encoded(choice: int) -> bytes:
    """`choice` counts from one."""
    return bytes((VERSION, choice)) + _PADDING


def decoded(ballot: bytes, *, choices: int) -> int | None:
    """None for what is no ballot: it counts as invalid, and the count goes on."""
    if len(ballot) != SIZE or ballot[0] != VERSION or ballot[2:] != _PADDING:
        return None
    return ballot[1] if 1 <= ballot[1] <= choices else None
