"""Photos of the demo, drawn by the program and kept through the way every photo takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageEnhance

from accounts.models import User
from desks.demo.scenes import SCENES
from desks.demo.strokes import Canvas
from issues.actions.store_upload import store_upload
from issues.models import Upload

# Drawn larger and taken at this size, which softens every edge.
TAKEN = (960, 720)


class Pictures:
    """Every scene is drawn anew with its own dice, so that no two photos are the same."""

    def __init__(self) -> None:
        self.drawn = 0

    def store(self, scenes: Sequence[str], *, user: User, now: datetime) -> list[Upload]:
        return [store_upload(self._file(scene), user=user, draft=None, now=now) for scene in scenes]

    def _file(self, scene: str) -> bytes:
        self.drawn += 1
        return draw(scene, seed=self.drawn)


def draw(scene: str, *, seed: int) -> bytes:
    """A JPEG of `scene`; a name that ends in `+` shows it after the work."""
    dice = Random(seed)  # noqa: S311
    canvas = Canvas(dice)
    SCENES[scene.rstrip("+")](canvas, done=scene.endswith("+"))
    file = BytesIO()
    _photographed(canvas.image, dice).save(file, "JPEG", quality=84)
    return file.getvalue()


def _photographed(image: Image.Image, dice: Random) -> Image.Image:
    """As a phone would have taken it: a little soft, a little grainy, darker to the corners."""
    image = image.resize(TAKEN, Image.Resampling.BILINEAR)
    grain = Image.effect_noise((TAKEN[0] // 2, TAKEN[1] // 2), dice.randint(10, 22))
    grain = grain.resize(TAKEN).convert("RGB")
    image = ImageChops.overlay(image, grain)
    shade = ImageChops.invert(Image.radial_gradient("L").resize(TAKEN))
    shade = shade.point(lambda value: 200 + value * 55 // 255).convert("RGB")
    image = ImageChops.multiply(image, shade)
    return ImageEnhance.Color(image).enhance(dice.uniform(0.8, 1.1))
