"""A number is read as it was written and as it is said, and nothing else is."""

import pytest

from issues.references import Asked, read, said, written

WRITTEN = Asked(42, reference="ZJD-2026-0042")


def test_what_is_written_is_read() -> None:
    assert written("ZJD", 2026, 42) == "ZJD-2026-0042"
    for prefix, year, number in (("ZJD", 2026, 42), ("LHBEI", 2031, 12345)):
        reference = written(prefix, year, number)
        assert read(reference) == Asked(number, reference=reference)


def test_what_is_said_is_read() -> None:
    assert said("珠玑东", 42) == "珠玑东 42 号"
    assert read(said("珠玑东", 42)) == Asked(42, place="珠玑东")


@pytest.mark.parametrize("words", ["zjd-2026-42", " ZJD-2026-0042 ", "ｚｊｄ－２０２６－００４２"])
def test_width_case_and_noughts_make_no_other_number(words: str) -> None:
    assert read(words) == WRITTEN


@pytest.mark.parametrize("words", ["42", "0042", "42号", "42 号", "No. 42", "no 42"])
def test_a_number_without_its_place_is_one(words: str) -> None:
    assert read(words) == Asked(42)


@pytest.mark.parametrize(
    "words", ["", "电梯", "ZJD-2026", "ZJD-2026-0000", "珠玑东 0 号", "13812345678", "3号楼井盖"]
)
def test_something_else_is_no_number(words: str) -> None:
    assert read(words) is None
