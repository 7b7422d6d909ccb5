"""The chunks of a WebP (RFC 9649); of them one still picture, with what shows through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from issues.decoding.orientation import UPRIGHT, orientation_of
from issues.decoding.outline import MOST_PROFILE, Outline, check_size
from issues.photo_formats import PhotoProblem, PhotoReason

# A still picture has at most six kinds of them.
MOST_CHUNKS: Final = 100
EXTENDED, LOSSY, LOSSLESS, ALPHA = b"VP8X", b"VP8 ", b"VP8L", b"ALPH"
MOVES: Final = frozenset({b"ANIM", b"ANMF"})
_FLAG_MOVES, _FLAG_ALPHA = 0x02, 0x10


def outline_of_webp(content: bytes) -> Outline:
    """Raises PhotoProblem for what is broken, moving, too large, or made to be laborious."""
    found: dict[bytes, bytes] = {}
    for name, held in _chunks(content):
        if name in MOVES or (name == EXTENDED and held[:1] and held[0] & _FLAG_MOVES):
            raise PhotoProblem(PhotoReason.MOVING)
        if name == EXTENDED and len(held) == 10:
            check_size(*_canvas(held), in_parts=False)
        found.setdefault(name, held)
    width, height = _size(found)
    check_size(width, height, in_parts=False)
    if EXTENDED in found and _canvas(found[EXTENDED]) != (width, height):
        raise PhotoProblem(PhotoReason.BROKEN)
    profile = found.get(b"ICCP", b"")
    exif = found.get(b"EXIF", b"").removeprefix(b"Exif\x00\x00")
    return Outline(
        kind="WEBP",
        width=width,
        height=height,
        in_parts=False,
        plain=_plain(found, width, height),
        orientation=orientation_of(exif) if exif else UPRIGHT,
        profile=profile if len(profile) <= MOST_PROFILE else b"",
    )


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Up to the end that the file states; what stands behind it is nobody's."""
    at, end = 12, 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise PhotoProblem(PhotoReason.BROKEN)
    for _ in range(MOST_CHUNKS):
        if at + 8 > end:
            return
        name = content[at : at + 4]
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise PhotoProblem(PhotoReason.BROKEN)
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    raise PhotoProblem(PhotoReason.LABORIOUS)


def _canvas(held: bytes) -> tuple[int, int]:
    return 1 + int.from_bytes(held[4:7], "little"), 1 + int.from_bytes(held[7:10], "little")


def _size(found: dict[bytes, bytes]) -> tuple[int, int]:
    """As the picture itself states it: 14 bits each."""
    if LOSSY in found and found[LOSSY][3:6] == b"\x9d\x01\x2a" and len(found[LOSSY]) >= 10:
        held = found[LOSSY]
        return (
            int.from_bytes(held[6:8], "little") & 0x3FFF,
            int.from_bytes(held[8:10], "little") & 0x3FFF,
        )
    if LOSSLESS in found and found[LOSSLESS][:1] == b"\x2f" and len(found[LOSSLESS]) >= 5:
        bits = int.from_bytes(found[LOSSLESS][1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise PhotoProblem(PhotoReason.BROKEN)


def _plain(found: dict[bytes, bytes], width: int, height: int) -> bytes:
    if LOSSY not in found:
        return _file(_written(LOSSLESS, found[LOSSLESS]))
    picture = _written(LOSSY, found[LOSSY])
    if ALPHA not in found:
        return _file(picture)
    edges = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    head = _written(EXTENDED, bytes((_FLAG_ALPHA, 0, 0, 0)) + edges)
    return _file(head + _written(ALPHA, found[ALPHA]) + picture)


def _written(name: bytes, held: bytes) -> bytes:
    return name + len(held).to_bytes(4, "little") + held + b"\x00" * (len(held) % 2)


def _file(chunks: bytes) -> bytes:
    return b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks
