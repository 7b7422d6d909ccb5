"""What a file is, by its first bytes, and a true sentence for each that is not taken.

Pure; what it is called and what its sender says it is are no matter.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class PhotoReason(StrEnum):
    EMPTY = "empty"
    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"
    HEIC = "heic"
    LABORIOUS = "laborious"
    TOO_MUCH = "too_much"
    MOVING = "moving"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    AVIF = "avif"
    SVG = "svg"
    FILM = "film"
    DOCUMENT = "document"
    NOT_A_PHOTO = "not_a_photo"
    BROKEN = "broken"


_OTHER: Final = _(
    "This picture is in the {format} format, which we can't open. Please send it as JPEG or PNG, "
    "or send a screenshot of it."
)
SENTENCES: Final[dict[PhotoReason, Promise]] = {
    PhotoReason.EMPTY: _("This photo is empty. Please choose it once more."),
    PhotoReason.TOO_HEAVY: _("This photo is larger than 15 MB. Please send a smaller one."),
    PhotoReason.TOO_LARGE: _(
        "This picture has too many pixels. Please send a photo in the camera's usual size."
    ),
    PhotoReason.LABORIOUS: _(
        "This picture is put together in a way that no camera does, and we don't open it. Please "
        "send a screenshot of it."
    ),
    PhotoReason.TOO_MUCH: _(
        "Together these photos are too large for one sending. Those before it are kept; please "
        "choose this one anew and send once more."
    ),
    PhotoReason.HEIC: _(
        "This photo is in the HEIC format, which we can't open. On an iPhone choose Settings, "
        "Camera, Formats, Most Compatible; or send a screenshot of the photo."
    ),
    PhotoReason.MOVING: _("This is a moving picture. Please send a still photo."),
    PhotoReason.GIF: format_lazy(_OTHER, format="GIF"),
    PhotoReason.BMP: format_lazy(_OTHER, format="BMP"),
    # The raw files of cameras begin like this too.
    PhotoReason.TIFF: format_lazy(_OTHER, format="TIFF (RAW)"),
    PhotoReason.AVIF: format_lazy(_OTHER, format="AVIF"),
    PhotoReason.SVG: format_lazy(_OTHER, format="SVG"),
    PhotoReason.FILM: _("This is a video. Please send a still photo, or a screenshot of it."),
    PhotoReason.DOCUMENT: _("This is a document. Please take a photo or a screenshot of its page."),
    PhotoReason.NOT_A_PHOTO: _(
        "We can't open this file as a photo. Please send a JPEG, PNG or WebP picture."
    ),
    PhotoReason.BROKEN: _(
        "This photo is damaged or did not arrive whole. Please choose it once more."
    ),
}
# By the first bytes; what can be opened has a name of its own.
OPENED: Final = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
REFUSED: Final = {
    b"GIF87a": PhotoReason.GIF,
    b"GIF89a": PhotoReason.GIF,
    b"BM": PhotoReason.BMP,
    b"II*\x00": PhotoReason.TIFF,
    b"MM\x00*": PhotoReason.TIFF,
    b"\x1a\x45\xdf\xa3": PhotoReason.FILM,
    b"%PDF-": PhotoReason.DOCUMENT,
    # Word, Excel and WPS, old and new; a packed folder is one as well.
    b"\xd0\xcf\x11\xe0": PhotoReason.DOCUMENT,
    b"PK\x03\x04": PhotoReason.DOCUMENT,
}
# The family of films, to which phones' photos belong: by the brand that follows.
HEIC_BRANDS: Final = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
)
AVIF_BRANDS: Final = frozenset({b"avif", b"avis"})


class PhotoProblem(Exception):
    """Why a file is not taken; `message` says it to the person who sent it."""

    def __init__(self, reason: PhotoReason) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.message = SENTENCES[reason]


def format_of(content: bytes) -> str:
    """The name of a format that can be opened. Raises PhotoProblem for every other."""
    for start, name in OPENED.items():
        if content.startswith(start):
            return name
    if content[:4] == b"RIFF":
        if content[8:12] == b"WEBP":
            return "WEBP"
        raise PhotoProblem(
            PhotoReason.FILM if content[8:12] == b"AVI " else PhotoReason.NOT_A_PHOTO
        )
    if content[4:8] == b"ftyp":
        raise PhotoProblem(_of_films(content))
    for start, reason in REFUSED.items():
        if content.startswith(start):
            raise PhotoProblem(reason)
    raise PhotoProblem(
        PhotoReason.SVG if b"<svg" in content[:1000].lower() else PhotoReason.NOT_A_PHOTO
    )


def _of_films(content: bytes) -> PhotoReason:
    """`mif1` alone says only “pictures”; what else the file says it holds decides."""
    brand = content[8:12]
    named = content[8 : min(int.from_bytes(content[:4]), 64)]
    if brand in AVIF_BRANDS or (brand not in HEIC_BRANDS - {b"mif1", b"msf1"} and b"avif" in named):
        return PhotoReason.AVIF
    return PhotoReason.HEIC if brand in HEIC_BRANDS else PhotoReason.FILM
