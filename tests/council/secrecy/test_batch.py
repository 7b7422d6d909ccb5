from uuid import uuid4

import pytest

from council.order.majority import Count
from council.secrecy.ballot import encoded
from council.secrecy.batch import counted, in_order, seals_left, tells_on_voters, unsealed
from council.secrecy.opening import DoesNotOpen
from council.secrecy.sealing import info_of, sealed
from tests.council.secrecy.devices import Device
from tests.council.secrecy.test_points import OFF_THE_CURVE

VOTE = uuid4()
CHAIR, RECORDER = Device("chair"), Device("recorder")


def ballots(*choices: int) -> list[bytes]:
    return [sealed(encoded(choice), VOTE, [CHAIR.holder, RECORDER.holder]) for choice in choices]


def test_the_order_of_a_batch_says_nothing_of_the_order_of_voting() -> None:
    cast = ballots(1, 2, 3, 1, 2)
    assert in_order(cast) == in_order(reversed(cast)) == sorted(cast)


def test_two_alike_count_as_one() -> None:
    cast = ballots(1, 2, 3)
    assert in_order([*cast, cast[0]]) == sorted(cast)


def test_a_batch_says_by_its_size_whose_answer_is_missing() -> None:
    cast = ballots(1, 2, 3)
    inner = unsealed(cast, CHAIR.answer(cast), info=info_of(VOTE, "chair"))
    assert seals_left(cast) == 2
    assert seals_left(inner) == 1
    plain = unsealed(inner, RECORDER.answer(inner), info=info_of(VOTE, "recorder"))
    assert seals_left(plain) == seals_left([]) == 0
    assert counted(plain, turnout=3) == Count(yes=1, no=1, abstain=1)


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("one made up", lambda answer: [bytes(32), *answer[1:]]),
        ("two exchanged", lambda answer: [answer[1], answer[0], *answer[2:]]),
        ("one too few", lambda answer: answer[1:]),
        ("one too many", lambda answer: [*answer, answer[0]]),
        ("none", lambda _answer: []),
    ],
)
def test_an_answer_is_taken_whole_or_not_at_all(sentence: str, change: object) -> None:
    cast = ballots(1, 2, 3, 2)
    assert callable(change)
    with pytest.raises(DoesNotOpen):
        unsealed(cast, change(CHAIR.answer(cast)), info=info_of(VOTE, "chair"))


def test_what_its_voter_spoilt_is_invalid_and_stops_nothing() -> None:
    holders = [CHAIR.holder, RECORDER.holder]
    spoilt = OFF_THE_CURVE + bytes(32)
    cast = [*ballots(1, 1), sealed(spoilt, VOTE, holders[:1])]
    assert {len(message) for message in cast} == {178}
    inner = unsealed(cast, CHAIR.answer(cast), info=info_of(VOTE, "chair"))
    plain = unsealed(inner, RECORDER.answer(inner), info=info_of(VOTE, "recorder"))
    assert counted(plain, turnout=3) == Count(yes=2, no=0, abstain=0, invalid=1)


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
