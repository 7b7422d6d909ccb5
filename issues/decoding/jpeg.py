"""The segments of a JPEG, up to the end of its first picture (ISO 10918-1, annex B).

Phones keep depth maps, second exposures and short films behind it: they are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from issues.decoding.orientation import UPRIGHT, orientation_of, orientation_of_xmp
from issues.decoding.outline import MOST_PROFILE, Outline, check_size
from issues.photo_formats import PhotoProblem, PhotoReason

# A depth map in XMP takes 160, a profile for print up to 30.
MOST_SEGMENTS: Final = 1_000
# The usual progressive photo has ten, the thriftiest programs write about twenty. A scan costs a
# walk over all blocks, whether it says anything or not.
MOST_SCANS: Final = 40
# Between segments; some cameras fill them up to even places.
MOST_FILLING: Final = 1_024
SOI, EOI, SOS, APP0, APP1, APP2, APP14 = 0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
BASELINE, PROGRESSIVE = frozenset({0xC0, 0xC1}), 0xC2
# Arithmetic, lossless and hierarchical ones: no camera writes them, and few programs read them.
OTHER_FRAMES: Final = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Tables of quantisation and of Huffman codes, the interval of restarts.
TABLES: Final = frozenset({0xDB, 0xC4, 0xDD})
WITHOUT_LENGTH: Final = frozenset({0x01, SOI, *range(0xD0, 0xD8)})
# What ends the data of a scan: neither a stuffed byte, nor filling, nor a restart.
_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


@dataclass(frozen=True)
class Segment:
    marker: int
    start: int
    """Of the marker; `held` is what stands behind its length."""
    held: bytes


@dataclass
class Found:
    frame: Segment | None = None
    scans: list[Segment] = field(default_factory=list)
    kept: list[Segment] = field(default_factory=list)
    profile: dict[int, bytes] = field(default_factory=dict)
    orientation: int = UPRIGHT
    end: int = 0

    @property
    def parts(self) -> int:
        assert self.frame is not None
        return self.frame.held[5]


def outline_of_jpeg(content: bytes) -> Outline:
    """Raises PhotoProblem for what is broken, too large, or made to be laborious."""
    found = Found(end=len(content))
    for segment in _segments(content):
        if segment.marker == EOI:
            found.end = segment.start + 2
            break
        _note(segment, found)
    if found.frame is None or not found.scans:
        raise PhotoProblem(PhotoReason.BROKEN)
    width, height = _size(found.frame)
    first = found.scans[0]
    in_parts = found.frame.marker in BASELINE and first.held[:1] == found.frame.held[5:6]
    check_size(width, height, in_parts=in_parts)
    head = b"".join(_written(one) for one in found.kept)
    return Outline(
        kind="JPEG",
        width=width,
        height=height,
        in_parts=in_parts,
        plain=b"\xff\xd8" + head + content[first.start : found.end],
        orientation=found.orientation,
        profile=_whole(found.profile),
    )


def _segments(content: bytes) -> Iterator[Segment]:
    """In a file that ends too early the last one is cut off: its decoder judges what there is."""
    at = 2
    for _ in range(MOST_SEGMENTS):
        mark = _MARKER.search(content, at, at + MOST_FILLING)
        if mark is None:
            if at < len(content):
                raise PhotoProblem(PhotoReason.BROKEN)
            return
        marker, at = mark[0][1], mark.end()
        if marker in WITHOUT_LENGTH:
            continue
        length = 0 if marker == EOI else int.from_bytes(content[at : at + 2])
        if marker != EOI and (length < 2 or at + length > len(content)):
            raise PhotoProblem(PhotoReason.BROKEN)
        yield Segment(marker, mark.start(), content[at + 2 : at + length])
        at += length
        if marker == SOS:
            following = _MARKER.search(content, at)
            at = following.start() if following else len(content)
    raise PhotoProblem(PhotoReason.LABORIOUS)


def _note(segment: Segment, found: Found) -> None:
    marker = segment.marker
    if marker in BASELINE or marker == PROGRESSIVE or marker in OTHER_FRAMES:
        _note_frame(segment, found)
    elif marker == SOS:
        found.scans.append(segment)
        _refuse_many_scans(found)
    elif not found.scans:
        if marker in TABLES:
            found.kept.append(segment)
        else:
            _note_application(segment, found)


def _note_frame(segment: Segment, found: Found) -> None:
    if segment.marker in OTHER_FRAMES or found.frame is not None or found.scans:
        raise PhotoProblem(PhotoReason.LABORIOUS)
    if len(segment.held) < 6 or len(segment.held) != 6 + 3 * segment.held[5]:
        raise PhotoProblem(PhotoReason.BROKEN)
    found.frame = segment
    found.kept.append(segment)


def _refuse_many_scans(found: Found) -> None:
    """One for each part is all that a picture needs which does not become finer by and by."""
    if found.frame is None:
        raise PhotoProblem(PhotoReason.BROKEN)
    most = MOST_SCANS if found.frame.marker == PROGRESSIVE else found.parts
    if len(found.scans) > most:
        raise PhotoProblem(PhotoReason.LABORIOUS)


def _note_application(segment: Segment, found: Found) -> None:
    """Of what programs add: how the colours are meant, and how the camera was held."""
    held = segment.held
    if segment.marker == APP1 and found.orientation == UPRIGHT:
        noted = held[:6] == b"Exif\x00\x00"
        found.orientation = orientation_of(held[6:]) if noted else orientation_of_xmp(held)
    elif segment.marker == APP2 and held[:12] == b"ICC_PROFILE\x00" and len(held) > 14:
        found.profile.setdefault(held[12], held[14:])
    elif (segment.marker, held[:5]) in {(APP0, b"JFIF\x00"), (APP14, b"Adobe")}:
        found.kept.append(segment)


def _size(frame: Segment) -> tuple[int, int]:
    return int.from_bytes(frame.held[3:5]), int.from_bytes(frame.held[1:3])


def _written(segment: Segment) -> bytes:
    length = len(segment.held) + 2
    return bytes((0xFF, segment.marker)) + length.to_bytes(2) + segment.held


def _whole(profile: dict[int, bytes]) -> bytes:
    whole = b"".join(profile[number] for number in sorted(profile))
    return whole if len(whole) <= MOST_PROFILE else b""
