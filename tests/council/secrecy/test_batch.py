import secrets
from collections.abc import Callable
from uuid import uuid4

import pytest

from council.order.majority import Count
from council.secrecy.ballot import encoded
from council.secrecy.batch import (
    checks_of,
    counted,
    in_order,
    seals_left,
    tells_on_voters,
    unsealed,
)
from council.secrecy.opening import DoesNotOpen
from council.secrecy.sealing import info_of, sealed
from tests.council.secrecy.devices import Device
from tests.council.secrecy.test_points import OFF_THE_CURVE

VOTE = uuid4()
CHAIR, RECORDER = Device("chair"), Device("recorder")
SEED = b"known to the server alone"


def ballots(*choices: int) -> list[bytes]:
    return [sealed(encoded(choice), VOTE, [CHAIR.holder, RECORDER.holder]) for choice in choices]


def answer(device: Device, batch: list[bytes]) -> list[bytes]:
    return device.answer([*batch, *checks_of(batch, SEED)])


def opened_by(device: Device, batch: list[bytes], answers: list[bytes]) -> list[bytes]:
    return unsealed(batch, answers, holder=device.point, info=info_of(VOTE, device.role), seed=SEED)


def both_open(cast: list[bytes]) -> list[bytes]:
    inner = opened_by(CHAIR, cast, answer(CHAIR, cast))
    return opened_by(RECORDER, inner, answer(RECORDER, inner))


def test_the_order_of_a_batch_says_nothing_of_the_order_of_voting() -> None:
    cast = ballots(1, 2, 3, 1, 2)
    assert in_order(cast) == in_order(reversed(cast)) == sorted(cast)


def test_two_alike_count_as_one() -> None:
    cast = ballots(1, 2, 3)
    assert in_order([*cast, cast[0]]) == sorted(cast)


def test_a_batch_says_by_its_size_whose_answer_is_missing() -> None:
    cast = ballots(1, 2, 3)
    inner = opened_by(CHAIR, cast, answer(CHAIR, cast))
    assert seals_left(cast) == 2
    assert seals_left(inner) == 1
    plain = opened_by(RECORDER, inner, answer(RECORDER, inner))
    assert seals_left(plain) == seals_left([]) == 0
    assert counted(plain, turnout=3) == Count(yes=1, no=1, abstain=1)


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("one made up", lambda answer: [bytes(32), *answer[1:]]),
        ("two exchanged", lambda answer: [answer[1], answer[0], *answer[2:]]),
        ("one too few", lambda answer: answer[1:]),
        ("none for the points beside", lambda answer: answer[: len(answer) // 2]),
        ("one too many", lambda answer: [*answer, answer[0]]),
        ("none", lambda _answer: []),
    ],
)
def test_an_answer_is_taken_whole_or_not_at_all(sentence: str, change: object) -> None:
    cast = ballots(1, 2, 3, 2)
    assert callable(change)
    with pytest.raises(DoesNotOpen):
        opened_by(CHAIR, cast, change(answer(CHAIR, cast)))


def touched(message: bytes) -> bytes:
    """As its voter may have spoilt it: its tag fails, whoever opens it."""
    return message[:-1] + bytes((message[-1] ^ 1,))


def spoilt_outside() -> bytes:
    return touched(ballots(1)[0])


def spoilt_inside() -> bytes:
    inner = touched(sealed(encoded(1), VOTE, [RECORDER.holder]))
    return sealed(inner, VOTE, [CHAIR.holder])


def no_seal_inside() -> bytes:
    return sealed(OFF_THE_CURVE + bytes(32), VOTE, [CHAIR.holder])


def for_another_vote() -> bytes:
    return sealed(encoded(1), uuid4(), [CHAIR.holder, RECORDER.holder])


def for_other_keys() -> bytes:
    return sealed(encoded(1), VOTE, [Device("chair").holder, Device("recorder").holder])


SPOILT = [spoilt_outside, spoilt_inside, no_seal_inside, for_another_vote, for_other_keys]


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_its_voter_spoilt_is_invalid_and_stops_nothing(spoilt: Callable[[], bytes]) -> None:
    cast = [*ballots(1, 1), spoilt()]
    assert {len(message) for message in cast} == {178}
    assert counted(both_open(cast), turnout=3) == Count(yes=2, no=0, abstain=0, invalid=1)


def test_a_whole_batch_of_spoilt_ballots_is_counted_as_such() -> None:
    cast = [*ballots(1, 2, 3), *(spoilt() for spoilt in SPOILT)]
    assert counted(both_open(cast), turnout=8) == Count(yes=1, no=1, abstain=1, invalid=5)


@pytest.mark.parametrize("spoilt", [False, True])
def test_a_teller_can_call_no_ballot_spoilt(spoilt: bool) -> None:
    """Whether it opens or not: an answer that is not true is refused."""
    cast = [*ballots(1, 1, 2), *([spoilt_outside()] if spoilt else [])]
    good = answer(CHAIR, cast)
    at = len(cast) - 1
    for lie in (secrets.token_bytes(32), bytes(32), good[0], good[len(cast)]):
        for check in (good[len(cast) + at], lie, secrets.token_bytes(32)):
            made_up = list(good)
            made_up[at], made_up[len(cast) + at] = lie, check
            with pytest.raises(DoesNotOpen):
                opened_by(CHAIR, cast, made_up)


def test_of_a_spoilt_ballot_the_second_point_must_fit_too() -> None:
    cast = [*ballots(1, 1, 2), spoilt_outside()]
    good = answer(CHAIR, cast)
    with pytest.raises(DoesNotOpen):
        opened_by(CHAIR, cast, [*good[:-1], secrets.token_bytes(32)])


def test_a_strange_ballot_is_counted_as_invalid() -> None:
    assert counted([encoded(1), encoded(9), bytes(16)], turnout=3) == Count(1, 0, 0, 2)


@pytest.mark.parametrize(
    ("sentence", "count", "tells"),
    [
        ("all alike", Count(7, 0, 0), True),
        ("all against", Count(0, 7, 0), True),
        ("all but one: that one knows what all others chose", Count(6, 1, 0), True),
        ("all but one invalid", Count(6, 0, 0, 1), True),
        ("two who think otherwise", Count(5, 2, 0), False),
        ("one against, one abstains", Count(5, 1, 1), False),
    ],
)
def test_a_result_may_say_what_somebody_chose(sentence: str, count: Count, tells: bool) -> None:
    assert tells_on_voters(count) is tells, sentence
