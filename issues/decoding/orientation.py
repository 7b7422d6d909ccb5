"""How the camera was held, by the note that it left; nothing else of that note is read.

Its other entries may each name the same ten megabytes, and a reader that follows them never ends.
"""

from __future__ import annotations

import re
from struct import error, unpack_from
from typing import Final

UPRIGHT: Final = 1
_ORIENTATION: Final = 0x0112
# Cameras write a dozen or two into the first list.
_MOST_ENTRIES: Final = 200
_ORDERS: Final = {b"II*\x00": "<", b"MM\x00*": ">"}
_IN_XMP: Final = re.compile(rb"tiff:Orientation(?:=\"|>)([1-8])")


def orientation_of(exif: bytes) -> int:
    """Of an EXIF block without its mark; 1 for one that is broken or says nothing."""
    order = _ORDERS.get(exif[:4])
    if order is None:
        return UPRIGHT
    try:
        (at,) = unpack_from(f"{order}I", exif, 4)
        (count,) = unpack_from(f"{order}H", exif, at)
        for number in range(min(count, _MOST_ENTRIES)):
            tag, _kind, _count, value = unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value)
    except error:
        # A photo with a broken note on how it was held is still a photo.
        pass
    return UPRIGHT


def orientation_of_xmp(xmp: bytes) -> int:
    found = _IN_XMP.search(xmp)
    return int(found[1]) if found else UPRIGHT
