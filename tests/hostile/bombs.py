"""Pictures that are made to cost much more than they weigh. Each is put together when asked for."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image

SCAN = b"\xff\xda"
END = b"\xff\xd9"


def drawn(size: tuple[int, int], kind: str, mode: str = "RGB", **options: Any) -> bytes:
    """One even colour."""
    file = BytesIO()
    color: Any = {"RGB": (90, 120, 90), "RGBA": (90, 120, 90, 90)}.get(mode, 1)
    Image.new(mode, size, color).save(file, kind, **options)
    return file.getvalue()


def segment(marker: int, said: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(said) + 2).to_bytes(2) + said


def behind_its_head(photo: bytes, *segments: bytes) -> bytes:
    return photo[:2] + b"".join(segments) + photo[2:]


def many_scans(count: int, size: tuple[int, int] = (4_000, 4_000)) -> bytes:
    """Of a progressive photo the last scan again and again: each walks over every block."""
    photo = drawn(size, "JPEG", progressive=True)
    last = photo[photo.rindex(SCAN) : -2]
    return photo[:-2] + last * count + END


def scans_of_one_part(count: int) -> bytes:
    """A sequential photo whose first part comes again and again: no picture before the last."""
    photo = drawn((2_000, 2_000), "JPEG")
    scan = SCAN + struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0)
    data = photo[photo.rindex(SCAN) + 14 : -2]
    return photo[: photo.rindex(SCAN)] + (scan + data) * count + END


def other_frame(marker: int) -> bytes:
    """A photo that says of itself that it is arithmetic, lossless or hierarchical."""
    return drawn((200, 100), "JPEG").replace(b"\xff\xc0", bytes((0xFF, marker)), 1)


def two_frames() -> bytes:
    photo = drawn((200, 100), "JPEG")
    at = photo.index(b"\xff\xc0")
    return photo[:at] + photo[at : at + 19] * 2 + photo[at + 19 :]


def notes_without_end(count: int) -> bytes:
    return behind_its_head(drawn((200, 100), "JPEG"), segment(0xFE, b"") * count)


def filling(count: int) -> bytes:
    return behind_its_head(drawn((200, 100), "JPEG"), b"\xff" * count)


def exif(entries: int, each: int) -> bytes:
    """A list of notes which all name the same bytes, `each` of them, and the orientation last."""
    at = 8 + 2 + 12 * (entries + 1) + 4
    notes = b"".join(struct.pack("<HHII", 40_000 + n, 7, each, at) for n in range(entries))
    upside_down = struct.pack("<HHIHH", 0x0112, 3, 1, 3, 0)
    head = b"II*\x00" + struct.pack("<IH", 8, entries + 1)
    return head + upside_down + notes + bytes(4 + each)


def chunk(name: bytes, said: bytes) -> bytes:
    named = name + said
    return struct.pack(">I", len(said)) + named + struct.pack(">I", zlib.crc32(named))


def png(*chunks: bytes, size: tuple[int, int] = (40, 30)) -> bytes:
    """Grey, with `chunks` behind its head."""
    head = struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0)
    lines = zlib.compress(bytes(min((size[0] + 1) * size[1], 10_000)))
    picture = chunk(b"IHDR", head), *chunks, chunk(b"IDAT", lines), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(picture)


def packed(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


def frames_of_png(count: int) -> bytes:
    head = chunk(b"acTL", struct.pack(">II", count, 0))
    frame = chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 40, 30, 0, 0, 1, 10, 0, 0))
    return png(head, frame * min(count, 4_000))


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    said = b"".join(
        name + struct.pack("<I", len(part)) + part + b"\x00" * (len(part) % 2)
        for name, part in chunks
    )
    return b"RIFF" + struct.pack("<I", len(said) + 4) + b"WEBP" + said


def canvas(width: int, height: int, flags: int = 0) -> tuple[bytes, bytes]:
    edges = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"VP8X", bytes((flags, 0, 0, 0)) + edges


def picture_of_webp() -> tuple[bytes, bytes]:
    webp = drawn((40, 30), "WEBP")
    return webp[12:16], webp[20:]


def frames_of_webp(count: int) -> bytes:
    """Each is a whole picture on a large canvas."""
    name, said = picture_of_webp()
    part = name + struct.pack("<I", len(said)) + said
    edges = (39).to_bytes(3, "little") + (29).to_bytes(3, "little")
    frame = bytes(6) + edges + bytes(4) + part
    return riff(canvas(4_000, 4_000, 2), (b"ANIM", bytes(6)), *[(b"ANMF", frame)] * count)


def lossless_head(width: int, height: int) -> bytes:
    return b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(20)


def without_height() -> bytes:
    """Its height would be told by a segment behind the data."""
    photo = drawn((200, 100), "JPEG")
    at = photo.index(b"\xff\xc0") + 5
    return photo[:at] + b"\x00\x00" + photo[at + 2 :]


LABORIOUS: dict[str, Callable[[], bytes]] = {
    "a thousand scans": lambda: many_scans(1_000),
    "scans over its size": lambda: many_scans(41, (200, 100)),
    "scans of one part": lambda: scans_of_one_part(40),
    "arithmetic": lambda: other_frame(0xC9),
    "lossless": lambda: other_frame(0xC3),
    "hierarchical": lambda: other_frame(0xC5),
    "two frames": two_frames,
    "notes without end": lambda: notes_without_end(500_000),
    "chunks without end": lambda: png(chunk(b"tEXt", b"") * 100_000),
    "pieces without end": lambda: png(chunk(b"IDAT", b"") * 100_000),
    "parts of a webp without end": lambda: riff(*[(b"XMP ", b"")] * 100_000, picture_of_webp()),
}
TOO_LARGE: dict[str, Callable[[], bytes]] = {
    "wide.png": lambda: png(size=(2**31 - 1, 1)),
    "bomb.png": lambda: png(chunk(b"IDAT", packed(100_000_000)), size=(10_000, 10_000)),
    "canvas.webp": lambda: riff(canvas(16_384, 16_384), picture_of_webp()),
    "lossless.webp": lambda: riff((b"VP8L", lossless_head(16_384, 16_384))),
    "progressive.jpg": lambda: drawn((5_000, 4_000), "JPEG", "L", progressive=True),
}
MOVING: dict[str, Callable[[], bytes]] = {
    "frames.png": lambda: frames_of_png(100_000),
    "frames.webp": lambda: frames_of_webp(5_000),
    "flag.webp": lambda: riff(canvas(40, 30, 2), picture_of_webp()),
}
BROKEN: dict[str, Callable[[], bytes]] = {
    "filling": lambda: filling(1_000_000),
    "no area.jpg": without_height,
    "no frame.jpg": lambda: b"\xff\xd8" + SCAN + b"\x00\x08\x01\x01\x00\x00\x3f\x00" + END,
    "canvas of another picture.webp": lambda: riff(canvas(4_000, 4_000), picture_of_webp()),
    "no area.png": lambda: png(size=(0, 30)),
    "palette.png": lambda: png(chunk(b"PLTE", bytes(3_000_000))),
    "cut.webp": lambda: drawn((400, 300), "WEBP")[:-1],
}
# What a decoder never sees, and the photo is taken.
LEFT_BEHIND: dict[str, Callable[[], bytes]] = {
    # Whoever follows five thousand of them copies fifteen gigabytes.
    "notes of the same bytes.png": lambda: png(chunk(b"eXIf", exif(5_000, 3_000_000))),
    "notes of the same bytes.webp": lambda: riff(
        canvas(40, 30, 8), picture_of_webp(), (b"EXIF", exif(5_000, 3_000_000))
    ),
    "profile.png": lambda: png(chunk(b"iCCP", b"x\x00\x00" + packed(100_000_000))),
    "words.png": lambda: png(*[chunk(b"zTXt", b"x\x00\x00" + packed(50_000_000))] * 20),
    "page behind it": lambda: drawn((40, 30), "JPEG") + b"<script>" * 1_000_000,
    "single frame.png": lambda: png(chunk(b"acTL", struct.pack(">II", 1, 0))),
}
