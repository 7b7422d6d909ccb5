"""The plan of the invented community: streets as lines of corners, grids between them."""

from __future__ import annotations

Corner = tuple[int, int]

# From north to south; the last line is the railway. Neighbouring grids share their corners.
NORTH: dict[int, int] = {30: 60, 205: 38, 402: 52, 612: 30, 806: 48, 972: 84}
MARKET_STREET: dict[int, int] = {
    22: 236, 198: 252, 318: 244, 410: 232, 548: 240, 624: 250, 742: 238, 800: 226, 980: 262,
}  # fmt: skip
PEARL_STREET: dict[int, int] = {
    18: 430, 205: 452, 322: 446, 400: 455, 556: 448, 610: 440, 752: 446, 800: 450, 985: 452,
}  # fmt: skip
RAILWAY: dict[int, int] = {40: 640, 214: 664, 408: 672, 604: 655, 792: 628, 952: 600}

# Upper and lower line of each row, and where its grids begin and end on them.
ROWS: tuple[tuple[dict[int, int], list[int], dict[int, int], list[int]], ...] = (
    (NORTH, [30, 205, 402, 612, 806, 972], MARKET_STREET, [22, 198, 410, 624, 800, 980]),
    (MARKET_STREET, [22, 318, 548, 742, 980], PEARL_STREET, [18, 322, 556, 752, 985]),
    (PEARL_STREET, [18, 205, 400, 610, 800, 985], RAILWAY, [40, 214, 408, 604, 792, 952]),
)
# The part of its size that a grid keeps; the rest is street.
KEPT = 0.95


def outlines() -> list[str]:
    """The fourteen outlines, row by row from the north-west."""
    found = []
    for upper, tops, lower, bottoms in ROWS:
        for place in range(len(tops) - 1):
            top = _along(upper, tops[place], tops[place + 1])
            bottom = _along(lower, bottoms[place], bottoms[place + 1])
            found.append(_written(_inset([*top, *reversed(bottom)])))
    return found


def middle(outline: str) -> Corner:
    """The point of the grid's venue, a little below the middle to leave the name free."""
    corners = [tuple(int(part) for part in corner.split(",")) for corner in outline.split()]
    x = sum(corner[0] for corner in corners) // len(corners)
    y = sum(corner[1] for corner in corners) // len(corners)
    return x, y + 34


def _along(line: dict[int, int], start: int, end: int) -> list[Corner]:
    return [(x, y) for x, y in line.items() if start <= x <= end]


def _inset(corners: list[Corner]) -> list[Corner]:
    x = sum(corner[0] for corner in corners) / len(corners)
    y = sum(corner[1] for corner in corners) / len(corners)
    return [(round(x + (a - x) * KEPT), round(y + (b - y) * KEPT)) for a, b in corners]


def _written(corners: list[Corner]) -> str:
    return " ".join(f"{x},{y}" for x, y in corners)
