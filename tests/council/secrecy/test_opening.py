import secrets
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from council.secrecy.ballot import encoded
from council.secrecy.opening import (
    DoesNotOpen,
    can_be_opened,
    key_and_nonce,
    opened,
    shared_secret,
)
from council.secrecy.sealing import info_of, sealed
from tests.council.secrecy import rfc9180 as rfc
from tests.council.secrecy.devices import Device
from tests.council.secrecy.test_points import OFF_THE_CURVE

VOTE = uuid4()


def test_key_and_nonce_are_those_of_the_standard() -> None:
    key, nonce = key_and_nonce(rfc.SHARED_SECRET, rfc.INFO)
    assert (key, nonce) == (rfc.KEY, rfc.BASE_NONCE)
    assert AESGCM(key).decrypt(nonce, rfc.SEALED, rfc.ADDITIONAL) == rfc.PLAIN


def test_of_what_a_device_agrees_on_the_secret_of_the_standard_is_made() -> None:
    device = Device("chair", rfc.RECIPIENT_PRIVATE)
    assert device.point == rfc.RECIPIENT_POINT
    agreed = device.agreed(rfc.ENC + rfc.SEALED)
    assert shared_secret(agreed, rfc.ENC, device.point) == rfc.SHARED_SECRET


def test_what_cryptography_seals_opens_with_the_answers_of_two_devices() -> None:
    chair, recorder = Device("chair"), Device("recorder")
    ballots = [sealed(encoded(n % 3 + 1), VOTE, [chair.holder, recorder.holder]) for n in range(6)]
    inner = [
        opened(ballot, agreed, holder=chair.point, info=info_of(VOTE, "chair"))
        for ballot, agreed in zip(ballots, chair.answer(ballots), strict=True)
    ]
    plain = [
        opened(message, agreed, holder=recorder.point, info=info_of(VOTE, "recorder"))
        for message, agreed in zip(inner, recorder.answer(inner), strict=True)
    ]
    assert plain == [encoded(n % 3 + 1) for n in range(6)]


def test_an_answer_that_was_made_up_opens_nothing() -> None:
    chair = Device("chair")
    one, other = (sealed(encoded(1), VOTE, [chair.holder]) for _ in range(2))
    info = info_of(VOTE, "chair")
    for wrong in (secrets.token_bytes(32), chair.agreed(other), bytes(32), b"", b"x" * 28):
        with pytest.raises(DoesNotOpen):
            opened(one, wrong, holder=chair.point, info=info)
    right = chair.agreed(one)
    for holder, vote in ((chair.point, uuid4()), (Device("chair").point, VOTE)):
        with pytest.raises(DoesNotOpen):
            opened(one, right, holder=holder, info=info_of(vote, "chair"))


def test_what_was_touched_on_the_way_opens_no_more() -> None:
    chair = Device("chair")
    message = sealed(encoded(1), VOTE, [chair.holder])
    agreed = chair.agreed(message)
    for at in (66, 80, len(message) - 1):
        touched = message[:at] + bytes((message[at] ^ 1,)) + message[at + 1 :]
        with pytest.raises(DoesNotOpen):
            opened(touched, agreed, holder=chair.point, info=info_of(VOTE, "chair"))


def test_a_message_without_a_key_on_the_curve_can_never_be_opened() -> None:
    chair = Device("chair")
    message = sealed(encoded(1), VOTE, [chair.holder])
    assert can_be_opened(message)
    assert not can_be_opened(OFF_THE_CURVE + message[65:])
    assert not can_be_opened(b"")
    with pytest.raises(DoesNotOpen):
        opened(
            OFF_THE_CURVE + message[65:],
            bytes(32),
            holder=chair.point,
            info=info_of(VOTE, "chair"),
        )
