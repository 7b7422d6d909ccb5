"""Scenes inside the buildings."""

from __future__ import annotations

from demo.pictures.strokes import HEIGHT, WIDTH, Canvas, mixed


def stairwell(canvas: Canvas, *, done: bool) -> None:
    wall = (206, 198, 180) if done else (52, 50, 50)
    canvas.fade((0, 0, WIDTH, HEIGHT), wall, mixed(wall, (0, 0, 0), 0.35))
    canvas.pen.rectangle((0, 480, WIDTH, 560), fill=mixed(wall, (70, 110, 90), 0.5))
    step = mixed(wall, (0, 0, 0), 0.25)
    for place in range(9):
        y = HEIGHT - place * 62
        x = 180 + place * 78
        canvas.pen.polygon(
            [(x, y), (WIDTH, y), (WIDTH, y - 62), (x, y - 62)],
            fill=mixed(step, (255, 255, 255) if done else (0, 0, 0), 0.05 * place),
        )
        canvas.pen.line((x, y - 62, WIDTH, y - 62), fill=mixed(step, (0, 0, 0), 0.4), width=4)
    canvas.pen.line((150, 820, 850, 240), fill=(118, 76, 50) if done else (36, 28, 24), width=18)
    if done:
        canvas.glow(560, 130, 420, 0.85)
        canvas.pen.ellipse((520, 84, 600, 164), fill=(255, 244, 214))
        return
    for _ in range(canvas.dice.randint(4, 8)):
        x, y = canvas.dice.randint(40, 520), canvas.dice.randint(640, 800)
        canvas.pen.rectangle(
            (x, y, x + 110, y + 90), fill=(66, 54, 42), outline=(30, 26, 22), width=5
        )
    canvas.pen.ellipse((530, 96, 584, 150), fill=(80, 78, 74))


def shaft(canvas: Canvas, *, done: bool) -> None:
    wall = (214, 210, 200) if done else (156, 148, 132)
    canvas.fade((0, 0, WIDTH, HEIGHT), wall, mixed(wall, (0, 0, 0), 0.18))
    for place in range(4):
        x = 190 + place * 230 + canvas.dice.randint(-20, 20)
        pipe = (232, 232, 228) if done else (112, 84, 66)
        canvas.pen.rectangle((x, 0, x + 96, HEIGHT), fill=pipe)
        canvas.pen.rectangle((x + 12, 0, x + 28, HEIGHT), fill=mixed(pipe, (255, 255, 255), 0.4))
        for y in (220, 610):
            canvas.pen.rectangle((x - 14, y, x + 110, y + 46), fill=mixed(pipe, (0, 0, 0), 0.25))
    if done:
        return
    for _ in range(16):
        x, y = canvas.dice.randint(120, 1050), canvas.dice.randint(120, 640)
        long = canvas.dice.randint(80, 260)
        canvas.pen.polygon([(x, y), (x + 34, y), (x + 14, y + long)], fill=(86, 76, 58))
    canvas.fade((0, 790, WIDTH, HEIGHT), (104, 96, 78), (70, 64, 52))


def roof(canvas: Canvas, *, done: bool) -> None:
    canvas.fade((0, 0, WIDTH, 470), (238, 236, 230), (224, 220, 210))
    canvas.fade((0, 470, WIDTH, HEIGHT), (206, 202, 190), (180, 176, 164))
    canvas.pen.line((0, 470, WIDTH, 470), fill=(160, 156, 146), width=8)
    if done:
        canvas.glow(600, 210, 260, 0.6)
        canvas.pen.ellipse((540, 180, 660, 240), fill=(255, 250, 232))
        return
    x, y = canvas.dice.randint(380, 760), canvas.dice.randint(170, 300)
    for ring in range(7):
        wide = 380 - ring * 46
        canvas.puddle(x, y, wide, mixed((222, 212, 190), (134, 106, 70), ring / 8))
    canvas.soften((0, 20, WIDTH, 466), 7)
    for _ in range(13):
        a, b = x + canvas.dice.randint(-170, 170), y + canvas.dice.randint(60, 500)
        canvas.pen.ellipse((a, b, a + 11, b + 30), fill=(150, 164, 172))
    canvas.pen.polygon(
        [(x - 130, 700), (x + 130, 700), (x + 96, 860), (x - 96, 860)], fill=(70, 120, 170)
    )
    canvas.pen.ellipse((x - 130, 676, x + 130, 724), fill=(130, 160, 180))


def lift(canvas: Canvas, *, done: bool) -> None:
    canvas.fade((0, 0, WIDTH, HEIGHT), (206, 204, 198), (170, 168, 160))
    canvas.pen.rectangle((330, 110, 870, 850), fill=(120, 122, 124))
    door = (206, 210, 212) if not done else (90, 92, 94)
    canvas.fade((360, 140, 840, 850), door, mixed(door, (0, 0, 0), 0.2))
    canvas.pen.rectangle((960, 420, 1030, 560), fill=(70, 72, 74))
    if done:
        canvas.glow(600, 360, 300, 0.8)
        canvas.person(600, 820, 430, (110, 84, 120))
        return
    canvas.pen.line((600, 140, 600, 850), fill=(90, 92, 94), width=6)
    canvas.pen.rectangle((470, 330, 730, 560), fill=(250, 240, 200))
    for row in range(4):
        canvas.pen.line(
            (500, 380 + row * 42, 700 - row * 20, 380 + row * 42), fill=(176, 54, 44), width=13
        )
    canvas.cone(280, 860)
