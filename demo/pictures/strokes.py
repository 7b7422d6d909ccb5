"""Parts of the drawn photos: sky, walls, paving, pipes, people."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 900
Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]

WALLS: tuple[Colour, ...] = (
    (196, 174, 148), (178, 150, 126), (206, 196, 178), (170, 168, 160), (190, 160, 140),
)  # fmt: skip
RENEWED: tuple[Colour, ...] = ((226, 206, 172), (214, 190, 150), (222, 214, 200))
PINE, EARTH, WATER = (62, 92, 74), (128, 108, 84), (92, 90, 78)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    pairs = zip(one, other, strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return red, green, blue


class Canvas:
    """A picture being drawn, with random numbers of its own."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.image = Image.new("RGB", (WIDTH, HEIGHT), (200, 200, 200))
        self.pen = ImageDraw.Draw(self.image)

    def fade(self, box: Box, top: Colour, bottom: Colour) -> None:
        left, upper, right, lower = (round(value) for value in box)
        # One column, then as wide as it is to be: each column is the same.
        mask = Image.linear_gradient("L").crop((0, 0, 1, 256)).resize((1, lower - upper))
        over, under = (Image.new("RGB", mask.size, colour) for colour in (bottom, top))
        strip = Image.composite(over, under, mask)
        size = (right - left, lower - upper)
        self.image.paste(strip.resize(size, Image.Resampling.NEAREST), (left, upper))

    def sky(self, lower: int, *, night: bool = False) -> None:
        day = self.dice.choice([(150, 182, 210), (176, 194, 206), (186, 190, 196)])
        top, bottom = ((22, 28, 46), (48, 54, 72)) if night else (day, (226, 226, 220))
        self.fade((0, 0, WIDTH, lower), top, bottom)

    def ground(self, upper: int, colour: Colour) -> None:
        self.fade((0, upper, WIDTH, HEIGHT), mixed(colour, (255, 255, 255), 0.12), colour)
        for _ in range(260):
            x, y = self.dice.randint(0, WIDTH), self.dice.randint(upper, HEIGHT)
            dot = mixed(colour, self.dice.choice([(0, 0, 0), (255, 255, 255)]), 0.14)
            size = self.dice.randint(2, 9)
            self.pen.ellipse((x, y, x + size * 2, y + size), fill=dot)

    def paving(self, upper: int, colour: Colour) -> None:
        self.ground(upper, colour)
        line = mixed(colour, (0, 0, 0), 0.22)
        y, step = float(upper), 22.0
        while y < HEIGHT:
            self.pen.line((0, y, WIDTH, y), fill=line, width=2)
            y, step = y + step, step * 1.25
        for place in range(-8, 9):
            x = WIDTH / 2
            self.pen.line((x + place * 60, upper, x + place * 190, HEIGHT), fill=line, width=2)

    def house(self, box: Box, wall: Colour, *, storeys: int = 5, lit: float = 0) -> None:
        left, upper, right, lower = box
        self.fade(box, mixed(wall, (255, 255, 255), 0.15), mixed(wall, (0, 0, 0), 0.12))
        self.pen.rectangle(
            (left - 8, upper - 12, right + 8, upper), fill=mixed(wall, (0, 0, 0), 0.4)
        )
        rows, columns = storeys, max(2, round((right - left) / 95))
        for row in range(rows):
            for column in range(columns):
                x = left + (right - left) * (column + 0.2) / columns
                y = upper + (lower - upper) * (row + 0.2) / rows
                self.window((x, y, x + (right - left) * 0.6 / columns,
                             y + (lower - upper) * 0.55 / rows), lit=lit)  # fmt: skip

    def window(self, box: Box, *, lit: float = 0) -> None:
        warm = self.dice.random() < lit
        glass = (
            (250, 214, 140) if warm else mixed((70, 88, 100), (150, 170, 180), self.dice.random())
        )
        self.pen.rectangle(box, fill=glass, outline=(236, 236, 230), width=4)
        middle = (box[0] + box[2]) / 2
        self.pen.line((middle, box[1], middle, box[3]), fill=(236, 236, 230), width=3)
        if self.dice.random() < 0.3:
            self.pen.rectangle((box[0], box[3] + 2, box[2], box[3] + 10), fill=(120, 120, 116))

    def puddle(self, x: float, y: float, wide: float, colour: Colour = WATER) -> None:
        points = []
        for step in range(22):
            reach = self.dice.uniform(0.75, 1.1)
            angle = step * 2 * pi / 22
            points.append((x + cos(angle) * wide * reach, y + sin(angle) * wide * 0.3 * reach))
        self.pen.polygon(points, fill=colour)
        shine = mixed(colour, (255, 255, 255), 0.35)
        for _ in range(5):
            a, b = (
                x + self.dice.uniform(-0.5, 0.4) * wide,
                y + self.dice.uniform(-0.15, 0.15) * wide,
            )
            self.pen.line((a, b, a + wide * 0.2, b), fill=shine, width=4)

    def cable(self, start: tuple[float, float], end: tuple[float, float], sag: float) -> None:
        points = []
        for step in range(25):
            share = step / 24
            x = start[0] + (end[0] - start[0]) * share
            y = start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share)
            points.append((x, y))
        self.pen.line(points, fill=(34, 32, 32), width=self.dice.randint(3, 6), joint="curve")

    def tree(self, x: float, foot: float, tall: float) -> None:
        self.pen.polygon(
            [(x - 14, foot), (x + 14, foot), (x + 7, foot - tall), (x - 7, foot - tall)],
            fill=(88, 68, 50),
        )
        for _ in range(46):
            angle, reach = self.dice.uniform(0, 2 * pi), self.dice.uniform(0, tall * 0.42)
            a, b = x + cos(angle) * reach * 1.2, foot - tall + sin(angle) * reach * 0.8
            size = self.dice.randint(26, 58)
            leaf = mixed((58, 92, 58), (120, 146, 84), self.dice.random())
            self.pen.ellipse((a - size, b - size * 0.8, a + size, b + size * 0.8), fill=leaf)

    def cone(self, x: float, foot: float) -> None:
        self.pen.polygon([(x - 30, foot), (x + 30, foot), (x, foot - 100)], fill=(214, 92, 48))
        self.pen.polygon(
            [(x - 17, foot - 44), (x + 17, foot - 44), (x + 10, foot - 66), (x - 10, foot - 66)],
            fill=(240, 236, 228),
        )

    def person(self, x: float, foot: float, tall: float, coat: Colour) -> None:
        head = tall * 0.11
        self.pen.rounded_rectangle(
            (x - tall * 0.14, foot - tall * 0.78, x + tall * 0.14, foot - tall * 0.3),
            radius=tall * 0.09, fill=coat,
        )  # fmt: skip
        for side in (-1, 1):
            self.pen.rectangle(
                (x + side * tall * 0.065 - tall * 0.05, foot - tall * 0.34,
                 x + side * tall * 0.065 + tall * 0.05, foot), fill=(52, 54, 62),
            )  # fmt: skip
        y = foot - tall * 0.88
        self.pen.ellipse((x - head, y - head, x + head, y + head), fill=(214, 176, 146))
        self.pen.pieslice((x - head, y - head, x + head, y + head), 180, 360, fill=(70, 66, 64))

    def car(self, x: float, foot: float, wide: float, colour: Colour) -> None:
        tall = wide * 0.3
        self.pen.rounded_rectangle((x, foot - tall * 0.75, x + wide, foot - 14), 26, fill=colour)
        self.pen.polygon(
            [(x + wide * 0.18, foot - tall * 0.7), (x + wide * 0.3, foot - tall * 1.2),
             (x + wide * 0.7, foot - tall * 1.2), (x + wide * 0.84, foot - tall * 0.7)],
            fill=mixed(colour, (40, 50, 60), 0.65),
        )  # fmt: skip
        for place in (0.2, 0.8):
            a = x + wide * place
            self.pen.ellipse((a - 34, foot - 62, a + 34, foot + 6), fill=(36, 36, 38))
            self.pen.ellipse((a - 15, foot - 43, a + 15, foot - 13), fill=(150, 150, 152))

    def glow(self, x: float, y: float, reach: float, strength: float = 0.75) -> None:
        size = round(reach * 2)
        light = (
            Image.radial_gradient("L")
            .resize((size, size))
            .point(lambda value: round(max(0, 255 - value * 1.5) * strength))
        )
        warm = Image.new("RGB", (size, size), (255, 226, 160))
        self.image.paste(warm, (round(x - reach), round(y - reach)), light)

    def soften(self, box: Box, radius: float) -> None:
        left, top, right, bottom = map(round, box)
        soft = self.image.crop((left, top, right, bottom)).filter(ImageFilter.GaussianBlur(radius))
        self.image.paste(soft, (left, top))
