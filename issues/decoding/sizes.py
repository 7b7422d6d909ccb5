"""The sizes in which a photo is kept."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from hashlib import sha256


class PhotoSize(Enum):
    """Longest edge in pixels; smaller pictures are never blown up."""

    LARGE = 1600
    MEDIUM = 800
    THUMB = 320


@dataclass(frozen=True)
class Rendition:
    """One size, as WebP."""

    content: bytes
    width: int
    height: int

    @cached_property
    def sha256(self) -> str:
        """Of `content`, in hex."""
        return sha256(self.content).hexdigest()


Photo = dict[PhotoSize, Rendition]
