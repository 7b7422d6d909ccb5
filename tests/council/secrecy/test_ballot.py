import pytest

from council.secrecy.ballot import SIZE, decoded, encoded

PADDING = bytes(14)


@pytest.mark.parametrize("choice", [1, 2, 3])
def test_a_ballot_says_what_was_chosen(choice: int) -> None:
    assert len(encoded(choice)) == SIZE == 16
    assert decoded(encoded(choice), choices=3) == choice


@pytest.mark.parametrize(
    ("sentence", "ballot"),
    [
        ("no choice", b"\x01\x00" + PADDING),
        ("a choice that the vote does not have", b"\x01\x04" + PADDING),
        ("a ballot of another suite", b"\x02\x01" + PADDING),
        ("a mark in the padding, by which a ballot could be sold", b"\x01\x01" + b"\x07" * 14),
        ("too short", b"\x01\x01"),
        ("too long", b"\x01\x01" + PADDING + b"\x00"),
        ("nothing", b""),
    ],
)
def test_what_is_no_ballot_counts_as_invalid(sentence: str, ballot: bytes) -> None:
    assert decoded(ballot, choices=3) is None, sentence
