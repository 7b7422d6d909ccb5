"""From a stranger's file to three small pictures that tell nothing but what they show.

Pure image work: no database, no request. Everything is decoded and encoded anew, so place and
device (EXIF, XMP), colour profiles and anything hidden behind the picture stay behind.
"""

import threading
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO, Final

from PIL import Image, ImageCms, ImageFile

from issues.photo_formats import PhotoProblem, PhotoReason, format_of

MOST_BYTES: Final = 15 * 1024 * 1024
# A phone's "50 megapixels" is 8192 × 6144.
MOST_PIXELS: Final = 50 * 1024 * 1024
# What can only be decoded as a whole (PNG, WebP, progressive JPEG) takes up to 16 bytes a pixel.
MOST_PIXELS_WHOLE: Final = 16 * 1024 * 1024
QUALITY: Final = 80

# Opening many big pictures at once must not cost the server its memory.
_at_work = threading.BoundedSemaphore(2)
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}


class PhotoSize(Enum):
    """Longest edge in pixels; smaller pictures are never blown up."""

    LARGE = 1600
    MEDIUM = 800
    THUMB = 320


@dataclass(frozen=True)
class Rendition:
    """One size, as WebP; `sha256` is of `content`, in hex."""

    content: bytes
    width: int
    height: int
    sha256: str


Photo = dict[PhotoSize, Rendition]


def process(source: bytes | BinaryIO) -> Photo:
    """Check and re-encode one uploaded file; PhotoProblem if it is not taken."""
    content = source if isinstance(source, bytes) else source.read(MOST_BYTES + 1)
    if not content:
        raise PhotoProblem(PhotoReason.EMPTY)
    if len(content) > MOST_BYTES:
        raise PhotoProblem(PhotoReason.TOO_HEAVY)
    kind = format_of(content)
    with _at_work:
        try:
            return _renditions(_decoded(content, kind))
        except PhotoProblem:
            raise
        except Image.DecompressionBombError as bomb:
            raise PhotoProblem(PhotoReason.TOO_LARGE) from bomb
        # Decoders answer a broken file with almost any exception there is.
        except Exception as fault:
            raise PhotoProblem(PhotoReason.BROKEN) from fault


def _decoded(content: bytes, kind: str) -> Image.Image:
    """The upright picture in sRGB, not much larger than the largest size."""
    image = Image.open(BytesIO(content), formats=[kind])
    # Phones keep depth maps and second exposures in a JPEG (MPO): its first picture is the photo.
    if kind != "JPEG" and getattr(image, "is_animated", False):
        raise PhotoProblem(PhotoReason.MOVING)
    in_parts = kind == "JPEG" and not image.info.get("progressive")
    if image.width * image.height > (MOST_PIXELS if in_parts else MOST_PIXELS_WHOLE):
        raise PhotoProblem(PhotoReason.TOO_LARGE)
    turns = _turns(image)
    edge = PhotoSize.LARGE.value
    if kind == "JPEG":
        # Lets the decoder leave out detail: 50 megapixels never stand in memory.
        share = min(1, edge / max(image.size))
        box = (max(1, round(image.width * share)), max(1, round(image.height * share)))
        image.draft(None, box)
    image.load()
    small = _flat(_plain_mode(image))
    small.thumbnail((edge, edge), Image.Resampling.LANCZOS, reducing_gap=3.0)
    small = _in_srgb(small, image.info.get("icc_profile"))
    for turn in turns:
        small = small.transpose(turn)
    return small


def _turns(image: ImageFile.ImageFile) -> tuple[Image.Transpose, ...]:
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1), ())
    except Exception:
        # A photo with a broken note on how it was held is still a photo.
        return ()


def _plain_mode(image: Image.Image) -> Image.Image:
    """8 bits a channel, no palette."""
    if image.mode.startswith("I"):
        # 16-bit grey; converting alone would clip, not scale.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in {"P", "PA", "LA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L") if image.mode in {"1", "F"} else image


def _flat(image: Image.Image) -> Image.Image:
    """See-through parts become paper."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile that does not fit the picture: its plain colours are close enough.
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _renditions(image: Image.Image) -> Photo:
    photo: Photo = {}
    for size in PhotoSize:
        copy = image.copy()
        copy.thumbnail((size.value, size.value), Image.Resampling.LANCZOS)
        copy.info.clear()
        target = BytesIO()
        # More effort than this doubles the work and saves no bytes of a photo.
        copy.save(target, "WEBP", quality=QUALITY, method=2)
        content = target.getvalue()
        photo[size] = Rendition(content, copy.width, copy.height, sha256(content).hexdigest())
    return photo
