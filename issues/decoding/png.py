"""The chunks of a PNG; of them the picture, in one piece, and nothing that only describes it."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from issues.decoding.orientation import UPRIGHT, orientation_of
from issues.decoding.outline import MOST_PROFILE, Outline, check_size
from issues.photo_formats import PhotoProblem, PhotoReason

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
# In 15 MB of the smallest pieces that programs write, 4 kB, there are fewer.
MOST_CHUNKS: Final = 5_000
# Colours of a palette, and what shows through.
MOST_HELD: Final = {b"PLTE": 768, b"tRNS": 256}
Chunk = tuple[bytes, bytes]


def outline_of_png(content: bytes) -> Outline:
    """Raises PhotoProblem for what is broken, moving, too large, or made to be laborious."""
    coming = _chunks(content)
    name, head = next(coming)
    if name != b"IHDR" or len(head) != 13:
        raise PhotoProblem(PhotoReason.BROKEN)
    width, height = int.from_bytes(head[:4]), int.from_bytes(head[4:8])
    check_size(width, height, in_parts=False)
    found: dict[bytes, bytes] = {}
    pieces: list[bytes] = []
    for name, held in coming:
        if name == b"IDAT":
            pieces.append(held)
        elif name == b"acTL" and int.from_bytes(held[:4]) > 1:
            raise PhotoProblem(PhotoReason.MOVING)
        elif name in MOST_HELD or name in {b"iCCP", b"eXIf"}:
            found.setdefault(name, held)
    if any(len(found.get(name, b"")) > most for name, most in MOST_HELD.items()):
        raise PhotoProblem(PhotoReason.BROKEN)
    kept = [(name, found[name]) for name in MOST_HELD if name in found]
    picture = [(b"IHDR", head), *kept, (b"IDAT", b"".join(pieces)), (b"IEND", b"")]
    return Outline(
        kind="PNG",
        width=width,
        height=height,
        in_parts=False,
        plain=SIGNATURE + b"".join(_written(one) for one in picture),
        orientation=orientation_of(found[b"eXIf"]) if b"eXIf" in found else UPRIGHT,
        profile=_profile(found.get(b"iCCP", b"")),
    )


def _chunks(content: bytes) -> Iterator[Chunk]:
    """Up to the last; what stands behind it is nobody's."""
    at = len(SIGNATURE)
    for _ in range(MOST_CHUNKS):
        length, name = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        end = at + 8 + length
        # Behind it stands a sum over what it says.
        if len(name) < 4 or end + 4 > len(content):
            raise PhotoProblem(PhotoReason.BROKEN)
        if name == b"IEND":
            return
        yield name, content[at + 8 : end]
        at = end + 4
    raise PhotoProblem(PhotoReason.LABORIOUS)


def _written(chunk: Chunk) -> bytes:
    name, held = chunk
    named = name + held
    return len(held).to_bytes(4) + named + zlib.crc32(named).to_bytes(4)


def _profile(held: bytes) -> bytes:
    """It is packed, and may become far larger than it is: then the picture goes without it."""
    _name, _nul, packed = held.partition(b"\x00")
    opened = zlib.decompressobj()
    try:
        profile = opened.decompress(packed[1:], MOST_PROFILE)
    except zlib.error:
        return b""
    return profile if opened.eof else b""
