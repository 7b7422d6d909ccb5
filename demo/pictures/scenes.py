"""The scenes of the demo's photos, each before and after the work."""

from __future__ import annotations

from typing import Protocol

from demo.pictures.inside import lift, roof, shaft, stairwell
from demo.pictures.strokes import EARTH, HEIGHT, PINE, RENEWED, WALLS, WATER, WIDTH, Canvas, mixed


class Draws(Protocol):
    def __call__(self, canvas: Canvas, *, done: bool) -> None: ...


def street(canvas: Canvas, *, horizon: int = 420, done: bool = False, night: bool = False) -> None:
    """Houses along a lane."""
    canvas.sky(horizon, night=night)
    left = canvas.dice.randint(-140, -20)
    while left < WIDTH:
        wide = canvas.dice.randint(300, 430)
        wall = canvas.dice.choice(RENEWED if done else WALLS)
        wall = mixed(wall, (20, 24, 36), 0.72) if night else wall
        top = canvas.dice.randint(60, 150)
        canvas.house((left, top, left + wide, horizon), wall, lit=0.3 if night else 0.04)
        left += wide + canvas.dice.randint(16, 70)


def sewer(canvas: Canvas, *, done: bool) -> None:
    street(canvas, horizon=330)
    canvas.paving(330, (150, 146, 138))
    x, y = canvas.dice.randint(480, 720), canvas.dice.randint(590, 660)
    if not done:
        canvas.puddle(x, y + 20, 420, mixed(WATER, (60, 52, 40), 0.5))
        canvas.puddle(x - 60, y + 120, 260, WATER)
    canvas.pen.ellipse((x - 130, y - 48, x + 130, y + 48), fill=(70, 70, 70))
    canvas.pen.ellipse(
        (x - 112, y - 38, x + 112, y + 38), fill=(96, 96, 96) if done else (26, 24, 22)
    )
    if done:
        for row in range(-2, 3):
            canvas.pen.line(
                (x - 80, y + row * 13, x + 80, y + row * 13), fill=(66, 66, 66), width=5
            )
    canvas.cone(x - 230, y + 60)
    if not done:
        canvas.cone(x + 240, y + 30)


def rubbish(canvas: Canvas, *, done: bool) -> None:
    canvas.fade((0, 0, WIDTH, 520), (190, 176, 156), (168, 150, 130))
    for row in range(0, 520, 40):
        canvas.pen.line((0, row, WIDTH, row), fill=(150, 134, 116), width=2)
    canvas.ground(520, (140, 136, 128))
    bins = [(62, 110, 80), (66, 96, 140)] + ([(110, 100, 92)] if done else [])
    for place, colour in enumerate(bins):
        x = 160 + place * 210
        canvas.pen.rounded_rectangle((x, 330, x + 160, 590), 16, fill=colour)
        canvas.pen.rounded_rectangle(
            (x - 8, 312, x + 168, 348), 12, fill=mixed(colour, (0, 0, 0), 0.3)
        )
    if done:
        canvas.tree(1010, 560, 300)
        return
    for _ in range(34):
        x, y = canvas.dice.randint(330, 1060), canvas.dice.randint(470, 740)
        size = canvas.dice.randint(40, 105)
        colour = canvas.dice.choice(
            [(44, 44, 48), (210, 208, 200), (168, 126, 84), (150, 60, 50), (70, 90, 120)]
        )
        if colour == (168, 126, 84):
            canvas.pen.rectangle(
                (x, y, x + size * 1.3, y + size), fill=colour, outline=(120, 88, 58), width=4
            )
        else:
            canvas.pen.ellipse((x, y, x + size * 1.1, y + size), fill=colour)
            canvas.pen.line((x + size * 0.5, y, x + size * 0.6, y - 16), fill=colour, width=9)


def culvert(canvas: Canvas, *, done: bool) -> None:
    canvas.sky(260)
    canvas.pen.rectangle((0, 230, WIDTH, 300), fill=(120, 114, 108))
    for x in range(0, WIDTH, 46):
        canvas.pen.rectangle((x, 214, x + 26, 232), fill=(84, 72, 62))
    canvas.pen.line((0, 212, WIDTH, 212), fill=(60, 58, 58), width=7)
    canvas.fade((0, 300, WIDTH, 640), (150, 142, 132), (118, 112, 104))
    canvas.pen.pieslice((330, 330, 870, 1000), 180, 360, fill=(34, 34, 36))
    canvas.pen.arc((318, 318, 882, 1012), 180, 360, fill=(176, 168, 156), width=24)
    canvas.ground(650, (136, 132, 126))
    if done:
        canvas.pen.polygon(
            [(440, 650), (760, 650), (980, HEIGHT), (220, HEIGHT)], fill=(92, 92, 94)
        )
        for step in range(4):
            y = 670 + step * 58
            canvas.pen.rectangle((592 - step * 3, y, 608 + step * 3, y + 30), fill=(232, 226, 200))
        for x in range(230, 990, 36):
            canvas.pen.line((x, 858, x + 20, 858), fill=(50, 50, 52), width=8)
        canvas.glow(600, 470, 150, 0.5)
        return
    canvas.fade((0, 660, WIDTH, HEIGHT), (120, 108, 84), (84, 76, 62))
    for _ in range(46):
        x, y = canvas.dice.randint(0, WIDTH), canvas.dice.randint(668, 890)
        canvas.pen.line((x, y, x + canvas.dice.randint(40, 150), y), fill=(156, 146, 122), width=3)
    canvas.person(canvas.dice.randint(180, 300), 735, 270, (70, 90, 120))


def courtyard(canvas: Canvas, *, done: bool) -> None:
    street(canvas, horizon=470, done=done)
    if done:
        canvas.paving(470, (176, 168, 156))
        canvas.tree(190, 640, 330)
        canvas.pen.rounded_rectangle((470, 640, 820, 664), 8, fill=(140, 96, 62))
        for x in (500, 780):
            canvas.pen.rectangle((x, 664, x + 14, 726), fill=(70, 70, 70))
        canvas.person(600, 720, 190, (150, 84, 70))
        canvas.person(690, 724, 186, (72, 96, 110))
        canvas.pen.rounded_rectangle((900, 560, 1140, 650), 20, fill=PINE)
        return
    canvas.ground(470, EARTH)
    for x in (30, 400, 820):
        tall = canvas.dice.randint(120, 180)
        canvas.pen.polygon(
            [(x, 640), (x, 640 - tall), (x + 290, 600 - tall), (x + 290, 640)],
            fill=canvas.dice.choice([(110, 88, 72), (126, 118, 110), (92, 100, 104)]),
        )
    for row in range(5):
        for x in range(60, 1140, 42):
            y = 690 + row * 42 + canvas.dice.randint(-6, 6)
            canvas.pen.ellipse(
                (x, y, x + 34, y + 24),
                fill=mixed((70, 112, 62), (130, 150, 80), canvas.dice.random()),
            )
    for _ in range(9):
        canvas.cable(
            (-10, canvas.dice.randint(90, 330)),
            (WIDTH, canvas.dice.randint(90, 330)),
            canvas.dice.randint(30, 120),
        )


def wires(canvas: Canvas, *, done: bool) -> None:
    wall = canvas.dice.choice(RENEWED if done else WALLS)
    canvas.house((-20, -40, WIDTH + 20, HEIGHT + 60), wall, storeys=3)
    if done:
        for y in (250, 560):
            canvas.pen.rectangle(
                (0, y, WIDTH, y + 34), fill=(214, 212, 206), outline=(170, 168, 162), width=3
            )
        canvas.pen.rectangle(
            (540, 230, 690, 410), fill=(190, 192, 192), outline=(130, 132, 132), width=5
        )
        return
    for _ in range(26):
        start, end = canvas.dice.randint(120, 640), canvas.dice.randint(120, 640)
        canvas.cable((-20, start), (WIDTH + 20, end), canvas.dice.randint(20, 170))
    for _ in range(4):
        x = canvas.dice.randint(120, 1000)
        canvas.cable((x, 200), (x + canvas.dice.randint(-80, 80), 860), 0)


def potholes(canvas: Canvas, *, done: bool) -> None:
    street(canvas, horizon=300)
    canvas.ground(300, (112, 112, 114))
    if done:
        canvas.pen.polygon([(260, 560), (900, 540), (1010, 780), (180, 800)], fill=(66, 66, 70))
        canvas.pen.line((0, 440, WIDTH, 430), fill=(224, 220, 206), width=10)
        return
    for _ in range(6):
        x, y = canvas.dice.randint(160, 1040), canvas.dice.randint(470, 840)
        wide = canvas.dice.randint(70, 190)
        canvas.puddle(x, y, wide * 1.18, (84, 80, 76))
        canvas.puddle(x, y + 4, wide, WATER)


def parking(canvas: Canvas, *, done: bool) -> None:
    street(canvas, horizon=430, done=done)
    canvas.ground(430, (128, 126, 124))
    colours = [(196, 196, 198), (60, 66, 80), (150, 50, 46), (230, 228, 222), (70, 96, 120)]
    if done:
        for x in range(80, 1200, 270):
            canvas.pen.line((x, 560, x - 70, 860), fill=(236, 232, 216), width=12)
        canvas.car(150, 650, 290, colours[1])
        canvas.car(640, 650, 290, colours[3])
        return
    for place in range(6):
        x = canvas.dice.randint(-60, 820)
        canvas.car(x, 560 + place * 62, 330 + place * 18, canvas.dice.choice(colours))


def charging(canvas: Canvas, *, done: bool) -> None:
    canvas.house((-20, -320, WIDTH + 20, 560), canvas.dice.choice(WALLS), storeys=3)
    canvas.paving(560, (150, 146, 140))
    if done:
        canvas.pen.polygon([(90, 330), (1110, 300), (1150, 360), (60, 390)], fill=(70, 110, 96))
        for x in (120, 590, 1070):
            canvas.pen.rectangle((x, 370, x + 16, 740), fill=(90, 92, 94))
        for x in (330, 820):
            canvas.pen.rounded_rectangle((x, 450, x + 80, 580), 10, fill=(228, 230, 228))
    for place in range(4):
        x, y = 130 + place * 255, 740 + canvas.dice.randint(-10, 30)
        for wheel in (0, 150):
            canvas.pen.ellipse(
                (x + wheel, y - 80, x + wheel + 80, y), outline=(34, 34, 36), width=13
            )
        canvas.pen.line(
            (x + 40, y - 40, x + 150, y - 70, x + 190, y - 40), fill=(150, 50, 44), width=15
        )
        canvas.pen.line((x + 165, y - 60, x + 150, y - 150), fill=(60, 60, 62), width=10)
        if not done:
            canvas.cable((x + 90, y - 70), (x + canvas.dice.randint(-60, 200), 60), 60)


def lamp(canvas: Canvas, *, done: bool) -> None:
    street(canvas, horizon=520, night=True)
    canvas.fade((0, 520, WIDTH, HEIGHT), (44, 46, 54), (26, 28, 34))
    if done:
        canvas.glow(640, 250, 430, 0.8)
        canvas.pen.ellipse((350, 720, 930, 850), fill=(150, 128, 88))
        canvas.soften((300, 680, 980, 890), 26)
    canvas.pen.rectangle((300, 230, 316, 800), fill=(80, 82, 86))
    canvas.pen.line((308, 236, 620, 236), fill=(80, 82, 86), width=12)
    head = (255, 236, 180) if done else (96, 98, 102)
    canvas.pen.rounded_rectangle((590, 228, 700, 262), 12, fill=head)


def tree(canvas: Canvas, *, done: bool) -> None:
    canvas.house((-20, -30, WIDTH + 20, 640), canvas.dice.choice(WALLS), storeys=4)
    canvas.ground(640, (132, 140, 110))
    canvas.tree(430, 760, 330 if done else 520)
    if not done:
        canvas.tree(820, 770, 480)


def talk(canvas: Canvas, *, done: bool) -> None:
    street(canvas, horizon=460, done=done)
    canvas.paving(460, (168, 160, 148))
    canvas.tree(600, 620, 420)
    canvas.pen.ellipse((440, 650, 790, 740), fill=(178, 172, 162), outline=(130, 126, 118), width=5)
    coats = [
        (150, 84, 70),
        (72, 96, 110),
        (96, 118, 84),
        (120, 96, 130),
        (60, 64, 80),
        (188, 150, 96),
    ]
    for place, coat in enumerate(coats[: canvas.dice.randint(4, 6)]):
        x = 330 + place * 118 + canvas.dice.randint(-12, 12)
        canvas.person(x, 770 + (place % 2) * 44, canvas.dice.randint(240, 275), coat)


SCENES: dict[str, Draws] = {
    "sewer": sewer, "rubbish": rubbish, "culvert": culvert, "courtyard": courtyard,
    "wires": wires, "potholes": potholes, "parking": parking, "charging": charging,
    "lamp": lamp, "tree": tree, "talk": talk, "stairwell": stairwell, "shaft": shaft,
    "roof": roof, "lift": lift,
}  # fmt: skip
