"""Adding points of P-256, which `cryptography` keeps to itself (SEC 2, section 2.4.2).

Slow, and not in constant time: for numbers that are of use to nobody once a vote is counted, never
for a private key.
"""

from __future__ import annotations

from typing import Final

# The field, the number of points, and y² = x³ - 3x + B.
PRIME: Final = 2**256 - 2**224 + 2**192 + 2**96 - 1
ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B: Final = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
WINDOW: Final = 4

# None is the point at infinity.
Point = tuple[int, int] | None
# x = X / Z², y = Y / Z³; at infinity Z is nothing.
_Jacobian = tuple[int, int, int]
_INFINITY: Final[_Jacobian] = (1, 1, 0)


def point_of(data: bytes) -> Point:
    """Of an uncompressed point that is known to lie on the curve."""
    return int.from_bytes(data[1:33], "big"), int.from_bytes(data[33:65], "big")


def bytes_of(point: Point) -> bytes:
    """Raises ValueError for the point at infinity."""
    if point is None:
        raise ValueError("The point at infinity has no coordinates.")
    return b"\x04" + point[0].to_bytes(32, "big") + point[1].to_bytes(32, "big")


def lifted(x: int) -> Point:
    """One of the two points with this first coordinate; None where there is none."""
    if x >= PRIME:
        return None
    square = (x * x * x - 3 * x + B) % PRIME
    y = pow(square, (PRIME + 1) // 4, PRIME)
    return (x, y) if y * y % PRIME == square else None


def opposite(point: Point) -> Point:
    return None if point is None else (point[0], -point[1] % PRIME)


def plus(one: Point, other: Point) -> Point:
    return _affine(_added(_jacobian(one), _jacobian(other)))


def times(number: int, point: Point) -> Point:
    """Four binary digits at a time, the first ones first."""
    multiples = [_INFINITY, _jacobian(point)]
    while len(multiples) < 1 << WINDOW:
        multiples.append(_added(multiples[-1], multiples[1]))
    found = _INFINITY
    for at in range((number.bit_length() + WINDOW - 1) // WINDOW - 1, -1, -1):
        for _ in range(WINDOW):
            found = _doubled(found)
        found = _added(found, multiples[number >> at * WINDOW & (1 << WINDOW) - 1])
    return _affine(found)


def _jacobian(point: Point) -> _Jacobian:
    return _INFINITY if point is None else (*point, 1)


def _affine(point: _Jacobian) -> Point:
    x, y, z = point
    if not z:
        return None
    inverse = pow(z, -1, PRIME)
    square = inverse * inverse % PRIME
    return x * square % PRIME, y * square * inverse % PRIME


def _doubled(point: _Jacobian) -> _Jacobian:
    x, y, z = point
    square, delta = y * y % PRIME, z * z % PRIME
    slope = 3 * (x - delta) * (x + delta) % PRIME
    beta = x * square % PRIME
    new_x = (slope * slope - 8 * beta) % PRIME
    new_y = (slope * (4 * beta - new_x) - 8 * square * square) % PRIME
    return new_x, new_y, 2 * y * z % PRIME


def _added(one: _Jacobian, other: _Jacobian) -> _Jacobian:
    if not one[2]:
        return other
    if not other[2]:
        return one
    square, other_square = one[2] * one[2] % PRIME, other[2] * other[2] % PRIME
    left, right = one[0] * other_square % PRIME, other[0] * square % PRIME
    low = one[1] * other_square * other[2] % PRIME
    width, height = right - left, other[1] * square * one[2] % PRIME - low
    if width % PRIME == 0:
        return _doubled(one) if height % PRIME == 0 else _INFINITY
    width_square = width * width % PRIME
    cube, base = width_square * width % PRIME, left * width_square % PRIME
    x = (height * height - cube - 2 * base) % PRIME
    y = (height * (base - x) - low * cube) % PRIME
    return x, y, width * one[2] * other[2] % PRIME
