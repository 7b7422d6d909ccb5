"""What a file says of itself before anything is decoded, and of it the picture alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from issues.photo_formats import PhotoProblem, PhotoReason

# A phone's "50 megapixels" is 8192 × 6144.
MOST_PIXELS: Final = 50 * 1024 * 1024
# What can only be decoded as a whole (PNG, WebP, progressive JPEG) takes up to 16 bytes a pixel.
MOST_PIXELS_WHOLE: Final = 16 * 1024 * 1024
# Those of print shops have half of it; without its profile a picture is a little off, no more.
MOST_PROFILE: Final = 2 * 1024 * 1024
# A pixel of a whole picture costs about four times the work of one that is left out on the way.
WHOLE_COSTS: Final = 4


@dataclass(frozen=True, kw_only=True)
class Outline:
    """`plain` is the picture without all that came with it; `profile` is its ICC profile or b"".

    `in_parts`: the decoder can leave out detail, so that the whole never stands in memory.
    `orientation` is that of EXIF, 1 if none is known.
    """

    kind: str
    width: int
    height: int
    in_parts: bool
    plain: bytes
    orientation: int = 1
    profile: bytes = b""

    @property
    def work(self) -> int:
        """In pixels of a baseline JPEG."""
        return self.width * self.height * (1 if self.in_parts else WHOLE_COSTS)


def check_size(width: int, height: int, *, in_parts: bool) -> None:
    """Raises PhotoProblem for a picture without area, or with too much of it."""
    if not width or not height:
        raise PhotoProblem(PhotoReason.BROKEN)
    if width * height > (MOST_PIXELS if in_parts else MOST_PIXELS_WHOLE):
        raise PhotoProblem(PhotoReason.TOO_LARGE)
