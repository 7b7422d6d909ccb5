"""A seal that its sealer spoilt, and a teller who lies: the difference can be told."""

import secrets
from uuid import uuid4

import pytest

from council.secrecy import curve
from council.secrecy.ballot import encoded
from council.secrecy.checks import _numbers, check_of, fits
from council.secrecy.points import is_point
from council.secrecy.sealing import sealed
from tests.council.secrecy.devices import Device
from tests.council.secrecy.test_curve import base, some_number
from tests.council.secrecy.test_points import OFF_THE_CURVE

SEED, VOTE = secrets.token_bytes(32), uuid4()
LIAR = Device("chair")
MESSAGE = sealed(encoded(1), VOTE, [LIAR.holder])


def tried(answer: bytes, checked: bytes) -> bool:
    return fits(MESSAGE, answer, checked, holder=LIAR.point, seed=SEED)


def first(point: curve.Point) -> bytes:
    assert point is not None
    return point[0].to_bytes(32, "big")


def test_a_true_answer_fits() -> None:
    for _ in range(20):
        device = Device("chair")
        message = sealed(encoded(2), VOTE, [device.holder])
        check = check_of(message, SEED)
        assert is_point(check)
        answers = device.answer([message, check])
        assert fits(message, *answers, holder=device.point, seed=SEED)


def test_the_same_point_is_asked_each_time_and_another_for_each_message_and_seed() -> None:
    other = sealed(encoded(1), VOTE, [LIAR.holder])
    assert check_of(MESSAGE, SEED) == check_of(MESSAGE, SEED)
    points = {check_of(MESSAGE, SEED), check_of(other, SEED), check_of(MESSAGE, b"another")}
    assert len(points) == 3


def test_beside_a_message_without_a_point_something_is_asked_too() -> None:
    assert is_point(check_of(OFF_THE_CURVE + MESSAGE[65:], SEED))


@pytest.mark.parametrize("checked", [b"", bytes(32), b"\xff" * 32, None])
def test_what_is_no_answer_fits_nothing(checked: bytes | None) -> None:
    checked = secrets.token_bytes(32) if checked is None else checked
    check = check_of(MESSAGE, SEED)
    true, true_check = LIAR.answer([MESSAGE, check])
    assert tried(true, true_check)
    assert not tried(true, checked)
    assert not tried(checked, true_check)


def test_whoever_knows_the_private_key_and_both_points_can_only_guess() -> None:
    """The best lie: another answer, and for the second point what would follow from a guess."""
    private = int.from_bytes(LIAR.private_bytes, "big")
    true = curve.times(private, curve.point_of(MESSAGE))
    second = curve.times(private, curve.point_of(check_of(MESSAGE, SEED)))
    apart = base(some_number())
    lie = first(curve.plus(true, apart))

    def guessed(factor: int) -> bytes:
        return first(curve.plus(second, curve.times(factor, apart)))

    for factor in (0, 1, 2, curve.ORDER - 1, *(secrets.randbits(80) for _ in range(50))):
        assert not tried(lie, guessed(factor))
    assert tried(lie, guessed(_numbers(MESSAGE, SEED)[0])), "The test would find no lie at all"
