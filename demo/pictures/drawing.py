"""Draw a photo. This knows nothing of the product, so a separate process can do it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageEnhance

from demo.pictures.scenes import SCENES
from demo.pictures.strokes import Canvas

# Drawn larger, then scaled to this size, which softens every edge.
TAKEN = (960, 720)


def draw(scene: str, *, seed: int) -> bytes:
    """A JPEG of `scene`; a name that ends in `+` means the scene after the work."""
    dice = Random(seed)  # noqa: S311
    canvas = Canvas(dice)
    SCENES[scene.rstrip("+")](canvas, done=scene.endswith("+"))
    file = BytesIO()
    _photographed(canvas.image, dice).save(file, "JPEG", quality=84)
    return file.getvalue()


@cache
def _shade() -> Image.Image:
    shade = ImageChops.invert(Image.radial_gradient("L").resize(TAKEN))
    return shade.point(lambda value: 200 + value * 55 // 255).convert("RGB")


def _photographed(image: Image.Image, dice: Random) -> Image.Image:
    """Make it look like a phone's photo: slightly soft and grainy, darker in the corners."""
    image = image.resize(TAKEN, Image.Resampling.BILINEAR)
    grain = Image.effect_noise((TAKEN[0] // 2, TAKEN[1] // 2), dice.randint(10, 22))
    grain = grain.resize(TAKEN).convert("RGB")
    image = ImageChops.overlay(image, grain)
    image = ImageChops.multiply(image, _shade())
    return ImageEnhance.Color(image).enhance(dice.uniform(0.8, 1.1))
