"""From the picture of a file to three small pictures that tell nothing but what they show.

Runs in the child process. Everything is decoded and encoded anew: colour profiles and anything
hidden in the picture's own data stay behind; what stood beside it never came here.
"""

from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from issues.decoding.sizes import PhotoSize, Rendition

QUALITY: Final = 80
# Loaded now: once the limits stand, nothing more is.
PLUGINS: Final = (JpegImagePlugin, PngImagePlugin, WebPImagePlugin)

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_TURNS: Final = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}


def rendered(content: bytes, kind: str, *, orientation: int, profile: bytes) -> list[Rendition]:
    """One for each size, the largest first. A broken picture raises almost any exception."""
    return _renditions(_decoded(content, kind, orientation=orientation, profile=profile))


def _decoded(content: bytes, kind: str, *, orientation: int, profile: bytes) -> Image.Image:
    """The upright picture in sRGB, not much larger than the largest size."""
    image = Image.open(BytesIO(content), formats=[kind])
    edge = PhotoSize.LARGE.value
    if kind == "JPEG":
        # Lets the decoder leave out detail: 50 megapixels never stand in memory.
        share = min(1, edge / max(image.size))
        box = (max(1, round(image.width * share)), max(1, round(image.height * share)))
        image.draft(None, box)
    image.load()
    small = _flat(_plain_mode(image))
    small.thumbnail((edge, edge), Image.Resampling.LANCZOS, reducing_gap=3.0)
    small = _in_srgb(small, profile)
    for turn in _TURNS.get(orientation, ()):
        small = small.transpose(turn)
    return small


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


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
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


def _renditions(image: Image.Image) -> list[Rendition]:
    made = []
    for size in PhotoSize:
        copy = image.copy()
        copy.thumbnail((size.value, size.value), Image.Resampling.LANCZOS)
        copy.info.clear()
        target = BytesIO()
        # More effort than this doubles the work and saves no bytes of a photo.
        copy.save(target, "WEBP", quality=QUALITY, method=2)
        made.append(Rendition(target.getvalue(), copy.width, copy.height))
    return made
