"""From a stranger's file to three small pictures that tell nothing but what they show.

Pure image work: no database, no request. Everything is decoded and encoded anew, so place and
device (EXIF, XMP), colour profiles and anything hidden behind the picture stay behind.
"""

import threading
from dataclasses import dataclass
from enum import Enum, StrEnum
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageFile

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


class PhotoReason(StrEnum):
    EMPTY = "empty"
    TOO_HEAVY = "too_heavy"
    TOO_LARGE = "too_large"
    HEIC = "heic"
    MOVING = "moving"
    NOT_A_PHOTO = "not_a_photo"
    BROKEN = "broken"


SENTENCES: Final[dict[PhotoReason, Promise]] = {
    PhotoReason.EMPTY: _("This photo is empty. Please choose it once more."),
    PhotoReason.TOO_HEAVY: _("This photo is larger than 15 MB. Please send a smaller one."),
    PhotoReason.TOO_LARGE: _(
        "This picture has too many pixels. Please send a photo in the camera's usual size."
    ),
    PhotoReason.HEIC: _(
        "This photo is in the HEIC format, which we can't open. On an iPhone choose Settings, "
        "Camera, Formats, Most Compatible; or send a screenshot of the photo."
    ),
    PhotoReason.MOVING: _("This is a moving picture. Please send a still photo."),
    PhotoReason.NOT_A_PHOTO: _("This is not a photo. Please send a JPEG, PNG or WebP picture."),
    PhotoReason.BROKEN: _(
        "This photo is damaged or did not arrive whole. Please choose it once more."
    ),
}


class PhotoProblem(Exception):
    """Why a file is not taken; `message` says it to the person who sent it."""

    def __init__(self, reason: PhotoReason) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.message = SENTENCES[reason]


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
    kind = _kind_of(content)
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


def _kind_of(content: bytes) -> str:
    """The format by its first bytes, whatever the file is called."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp" and content[8:12] in {b"heic", b"heix", b"hevc", b"heim", b"mif1"}:
        raise PhotoProblem(PhotoReason.HEIC)
    if content.startswith((b"GIF87a", b"GIF89a")):
        raise PhotoProblem(PhotoReason.MOVING)
    raise PhotoProblem(PhotoReason.NOT_A_PHOTO)


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
        copy.save(target, "WEBP", quality=QUALITY, method=4)
        content = target.getvalue()
        photo[size] = Rendition(content, copy.width, copy.height, sha256(content).hexdigest())
    return photo
