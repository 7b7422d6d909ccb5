"""From a stranger's file to three small pictures that tell nothing but what they show.

Place and device (EXIF, XMP), colour profiles and anything hidden behind the picture stay behind.
What a file is made of is looked at first: what would cost more than a photo does is refused before
it is decoded, and decoding happens in another process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.security_log import Kind, note_one_of_many
from acting.refusals import NotNow
from issues.decoding.decoder import TookTooLong, decoder
from issues.decoding.jpeg import outline_of_jpeg
from issues.decoding.outline import Outline
from issues.decoding.png import outline_of_png
from issues.decoding.sizes import Photo, PhotoSize
from issues.decoding.slots import NoPlace, place
from issues.decoding.webp import outline_of_webp
from issues.photo_formats import PhotoProblem, PhotoReason, format_of

MOST_BYTES: Final = 15 * 1024 * 1024
# Of one sending: four photos of 50 megapixels, or three of 16 that can only be decoded whole.
MOST_WORK: Final = 200 * 1024 * 1024
# Seconds after which to come again.
COME_AGAIN: Final = 10
BUSY: Final = _(
    "Very many photos are being sent just now. Please add it again in a moment and send once more; "
    "what you wrote is here."
)
# What was refused because it would have cost too much, or had ended its decoder.
COSTLY: Final = frozenset(
    {
        PhotoReason.TOO_HEAVY,
        PhotoReason.TOO_LARGE,
        PhotoReason.LABORIOUS,
        PhotoReason.TOO_MUCH,
        PhotoReason.MOVING,
        PhotoReason.BROKEN,
    }
)
OUTLINES: Final[dict[str, Callable[[bytes], Outline]]] = {
    "JPEG": outline_of_jpeg,
    "PNG": outline_of_png,
    "WEBP": outline_of_webp,
}


@dataclass
class Allowance:
    """The work that one sending may still cause, in pixels of a baseline JPEG."""

    left: int = field(default_factory=lambda: MOST_WORK)

    def spend(self, work: int) -> None:
        if work > self.left:
            raise PhotoProblem(PhotoReason.TOO_MUCH)
        self.left -= work


def process(
    source: bytes | BinaryIO, *, person: User | None = None, allowance: Allowance | None = None
) -> Photo:
    """Check and re-encode one uploaded file of `person`, None if nobody has signed in.

    Raises PhotoProblem if it is not taken, and NotNow while too many others are.
    """
    who = person.pk if person else None
    try:
        outline = outline_of(source)
        if allowance is not None:
            allowance.spend(outline.work)
        with place(stranger=person is None), decoder() as child:
            made = child.render(outline)
    except PhotoProblem as problem:
        note_if_made_to_harm(problem.reason, person=who)
        raise
    except (NoPlace, TookTooLong) as busy:
        note_one_of_many(Kind.CROWDED_OUT, person=who, what="decoding")
        raise NotNow(BUSY, field="photos", seconds=COME_AGAIN) from busy
    return dict(zip(PhotoSize, made, strict=True))


def note_if_made_to_harm(reason: PhotoReason, *, person: int | None) -> None:
    """A format that we don't open is nobody's attempt."""
    if reason in COSTLY:
        note_one_of_many(Kind.PICTURE_REFUSED, person=person, reason=reason.value)


def outline_of(source: bytes | BinaryIO) -> Outline:
    """What the file is made of, without decoding it. Raises PhotoProblem if it is not taken."""
    content = source if isinstance(source, bytes) else source.read(MOST_BYTES + 1)
    if not content:
        raise PhotoProblem(PhotoReason.EMPTY)
    if len(content) > MOST_BYTES:
        raise PhotoProblem(PhotoReason.TOO_HEAVY)
    return OUTLINES[format_of(content)](content)
