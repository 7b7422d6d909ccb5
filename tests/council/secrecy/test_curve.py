"""Sums of points are those of the library, which gives none of its own."""

import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from council.secrecy import curve
from tests.council.secrecy.devices import CURVE, Device


def base(number: int) -> curve.Point:
    public = ec.derive_private_key(number, CURVE).public_key().public_numbers()
    return public.x, public.y


def some_number() -> int:
    return 1 + secrets.randbelow(curve.ORDER - 1)


# None: another number each time. Its name must not change, since several processes collect it.
NUMBERS = [1, 2, 3, 15, 16, 17, 2**64, curve.ORDER - 1, *[None] * 12]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_multiple_is_what_two_agree_on(number: int | None) -> None:
    number = number or some_number()
    device = Device("chair")
    found = curve.times(number, curve.point_of(device.point))
    assert found is not None
    other = ec.derive_private_key(number, CURVE)
    assert found[0].to_bytes(32, "big") == other.exchange(ec.ECDH(), device.key.public_key())
    assert curve.times(number, base(1)) == base(number)


def test_sums_follow_numbers() -> None:
    for _ in range(20):
        one, other = some_number(), some_number()
        whole = (one + other) % curve.ORDER
        assert curve.plus(base(one), base(other)) == base(whole)
    assert curve.plus(base(5), base(5)) == base(10)


def test_at_infinity() -> None:
    point = base(some_number())
    assert curve.plus(point, curve.opposite(point)) is None
    assert curve.plus(point, None) == curve.plus(None, point) == point
    assert curve.times(curve.ORDER, point) is curve.times(0, point) is curve.times(7, None) is None
    assert curve.opposite(None) is None
    with pytest.raises(ValueError, match="infinity"):
        curve.bytes_of(None)


def test_a_point_is_found_by_its_first_coordinate_up_to_its_sign() -> None:
    for _ in range(20):
        point = base(some_number())
        assert point is not None
        assert curve.lifted(point[0]) in {point, curve.opposite(point)}
        assert curve.point_of(curve.bytes_of(point)) == point
    assert curve.lifted(5) is not None or curve.lifted(6) is not None
    assert {curve.lifted(x) is None for x in range(40)} == {True, False}
    assert curve.lifted(curve.PRIME) is None
