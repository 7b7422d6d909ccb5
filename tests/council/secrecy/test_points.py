import pytest

from council.secrecy.points import is_point
from tests.council.secrecy.devices import Device
from tests.council.secrecy.rfc9180 import RECIPIENT_POINT

# y² = x³ - 3x + b holds for no point with these two numbers.
OFF_THE_CURVE = b"\x04" + bytes(31) + b"\x05" + bytes(31) + b"\x07"


def test_a_new_key_lies_on_the_curve() -> None:
    assert is_point(Device("chair").point)


@pytest.mark.parametrize(
    ("sentence", "data"),
    [
        ("off the curve", OFF_THE_CURVE),
        ("the point at infinity", b"\x00"),
        ("infinity filled up", bytes(65)),
        ("compressed", b"\x02" + RECIPIENT_POINT[1:33]),
        ("a hybrid form", b"\x06" + RECIPIENT_POINT[1:]),
        ("one byte more", RECIPIENT_POINT + b"\x00"),
        ("numbers beyond the field", b"\x04" + b"\xff" * 64),
        ("nothing", b""),
    ],
)
def test_what_is_no_point_of_the_curve_is_no_key(sentence: str, data: bytes) -> None:
    assert not is_point(data), sentence
