"""Several files, and bytes between them, read as one."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class Piece:
    """`size` bytes of a file, or the bytes themselves."""

    size: int
    path: Path | None = None
    given: bytes = b""

    @classmethod
    def of(cls, given: bytes) -> Piece:
        return cls(len(given), given=given)

    def open(self) -> IO[bytes]:
        return self.path.open("rb") if self.path else io.BytesIO(self.given)


class Joined(io.RawIOBase):
    """`pieces` from byte `start` to before byte `end`; one file is open at a time."""

    def __init__(self, pieces: Sequence[Piece], start: int = 0, end: int | None = None) -> None:
        super().__init__()
        self.pieces = [piece for piece in pieces if piece.size]
        self.ends = list(accumulate(piece.size for piece in self.pieces))
        whole = self.ends[-1] if self.ends else 0
        self.start, self.end = start, whole if end is None else min(end, whole)
        self.position = start
        self.index = -1
        self.open_one: IO[bytes] = io.BytesIO()

    def again(self) -> Joined:
        """The same, opened once more."""
        return Joined(self.pieces, self.start, self.end)

    def part(self, start: int, end: int) -> Joined:
        return Joined(self.pieces, start, end)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.position - self.start

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: self.start, io.SEEK_CUR: self.position, io.SEEK_END: self.end}[whence]
        self.position = base + offset
        return self.tell()

    def read(self, size: int | None = -1) -> bytes:
        """As many as there are, up to `size`; EOFError if a file is shorter than it was."""
        left = self.end - self.position
        left = left if size is None or size < 0 else min(size, left)
        read = bytearray()
        while len(read) < left:
            block = self.piece_at(self.position).read(left - len(read))
            if not block:
                raise EOFError("A file of the record is shorter than its list says.")
            read += block
            self.position += len(block)
        return bytes(read)

    def piece_at(self, position: int) -> IO[bytes]:
        index = bisect_right(self.ends, position)
        if index != self.index:
            self.open_one.close()
            self.index, self.open_one = index, self.pieces[index].open()
        before = self.ends[index - 1] if index else 0
        self.open_one.seek(position - before)
        return self.open_one

    def close(self) -> None:
        self.open_one.close()
        super().close()
