from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag

from council.secrecy.ballot import encoded
from council.secrecy.sealing import SUITE, info_of, sealed, size_of_sealed
from tests.council.secrecy.devices import Device

VOTE = uuid4()


@pytest.mark.parametrize(("roles", "size"), [(("chair",), 97), (("chair", "recorder"), 178)])
def test_every_ballot_has_the_same_size(roles: tuple[str, ...], size: int) -> None:
    holders = [Device(role).holder for role in roles]
    made = [sealed(encoded(choice), VOTE, holders) for choice in (1, 2, 3, 255)]
    assert {len(ballot) for ballot in made} == {size} == {size_of_sealed(len(holders))}


def test_two_ballots_with_one_choice_look_different() -> None:
    holders = [Device("chair").holder, Device("recorder").holder]
    assert sealed(encoded(1), VOTE, holders) != sealed(encoded(1), VOTE, holders)


def test_the_first_holder_opens_first_and_finds_the_seal_of_the_second() -> None:
    chair, recorder = Device("chair"), Device("recorder")
    ballot = sealed(encoded(2), VOTE, [chair.holder, recorder.holder])
    inner = SUITE.decrypt(ballot, chair.key, info_of(VOTE, "chair"))
    assert SUITE.decrypt(inner, recorder.key, info_of(VOTE, "recorder")) == encoded(2)


def test_a_ballot_opens_in_no_other_vote_and_no_other_office() -> None:
    chair = Device("chair")
    ballot = sealed(encoded(2), VOTE, [chair.holder])
    for info in (info_of(uuid4(), "chair"), info_of(VOTE, "recorder")):
        with pytest.raises(InvalidTag):
            SUITE.decrypt(ballot, chair.key, info)
