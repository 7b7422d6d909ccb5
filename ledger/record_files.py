"""The public record as files: which there are, and how they are read as one.

The sealer writes them (`ledger.actions.write_files`): parts of whole seals, each as the text of
docs/record.md and packed. A part never changes; where its content must, another takes its place
in the list. So whoever reads by one list reads the record of one moment.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from ledger.joined import Joined, Piece

LIST: Final = "parts.json"
PACKED: Final = ".z"
# RFC 1952: deflate, no name, no time. What is packed in parts is one stream with an end of its own.
GZIP_HEAD: Final = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LAST_BLOCK: Final = b"\x03\x00"


@dataclass(frozen=True, slots=True)
class PartFile:
    """`size` and `packed` in bytes, `checksum` the CRC-32 of its text."""

    name: str
    size: int
    packed: int
    checksum: int


@dataclass(frozen=True, slots=True)
class Part:
    """The seals from `first` to `last` with all their `leaves`; `head` is the head of `last`."""

    first: int
    last: int
    leaves: int
    head: str
    record: PartFile
    heads: PartFile


@dataclass(frozen=True, slots=True)
class Whole:
    """All parts of one kind as one file, plain or packed."""

    folder: Path
    files: tuple[PartFile, ...]
    checksum: int

    def etag(self, *, packed: bool) -> str:
        names = "\n".join(["gzip" if packed else "text", *(file.name for file in self.files)])
        return f'"{hashlib.sha256(names.encode()).hexdigest()[:32]}"'

    def opened(self, *, packed: bool) -> Joined:
        if not packed:
            return Joined([Piece(file.size, self.folder / file.name) for file in self.files])
        length = sum(file.size for file in self.files)
        end = LAST_BLOCK + struct.pack("<II", self.checksum, length % 2**32)
        middle = [Piece(file.packed, self.folder / (file.name + PACKED)) for file in self.files]
        return Joined([Piece.of(GZIP_HEAD), *middle, Piece.of(end)])


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """The list of all parts. `shown` names the file with the ids of the streams that are shown.

    `leaving` are files that are in the list no more, each with the second since when.
    """

    parts: tuple[Part, ...] = ()
    record_checksum: int = 0
    heads_checksum: int = 0
    shown: str = ""
    leaving: tuple[tuple[str, int], ...] = ()

    @property
    def last(self) -> int:
        return self.parts[-1].last if self.parts else 0

    @property
    def head(self) -> str:
        return self.parts[-1].head if self.parts else ""

    def names(self) -> set[str]:
        files = [file.name for part in self.parts for file in (part.record, part.heads)]
        return {*files, *(name + PACKED for name in files), *filter(None, [self.shown])}

    def whole(self, kind: str) -> Whole:
        files = tuple(part.record if kind == "record" else part.heads for part in self.parts)
        checksum = self.record_checksum if kind == "record" else self.heads_checksum
        return Whole(Path(settings.RECORD_ROOT), files, checksum)

    def one(self, name: str) -> Whole | None:
        """The part of that name, if it is in the list."""
        found = [f for part in self.parts for f in (part.record, part.heads) if f.name == name]
        if not found:
            return None
        return Whole(Path(settings.RECORD_ROOT), (found[0],), found[0].checksum)


def read_list() -> RecordFiles | None:
    """The list as it was written last; None if there is none, or it can't be read."""
    file = Path(settings.RECORD_ROOT) / LIST
    try:
        found = file.stat()
        return parsed(file, found.st_mtime_ns, found.st_ino)
    except (OSError, ValueError, KeyError, TypeError):
        return None


@lru_cache(maxsize=2)
def parsed(file: Path, _written: int, _inode: int) -> RecordFiles:
    told: dict[str, Any] = json.loads(file.read_text(encoding="ascii"))
    return RecordFiles(
        parts=tuple(part_of(part) for part in told["parts"]),
        record_checksum=told["record_checksum"],
        heads_checksum=told["heads_checksum"],
        shown=told["shown"],
        leaving=tuple((name, since) for name, since in told["leaving"]),
    )


def part_of(told: dict[str, Any]) -> Part:
    files = {kind: PartFile(**told[kind]) for kind in ("record", "heads")}
    return Part(**{**told, **files})


def checksum_of(files: Sequence[PartFile]) -> int:
    """The CRC-32 of all one after the other, without reading them."""
    total = 0
    for file in files:
        total = times(shift(file.size * 8), total) ^ file.checksum
    return total


# Polynomials over GF(2) modulo that of CRC-32, the lowest power in the highest bit.
POLYNOMIAL: Final = 0xEDB88320
ONE: Final = 1 << 31


def times(left: int, right: int) -> int:
    product = 0
    for bit in range(31, -1, -1):
        if left >> bit & 1:
            product ^= right
        right = right >> 1 ^ (POLYNOMIAL if right & 1 else 0)
    return product


@lru_cache(maxsize=1024)
def shift(bits: int) -> int:
    """x to the power of `bits`, by squaring."""
    result, power = ONE, ONE >> 1
    while bits:
        if bits & 1:
            result = times(power, result)
        power = times(power, power)
        bits >>= 1
    return result
