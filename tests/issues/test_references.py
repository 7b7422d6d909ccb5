"""A number is read as it was written and as it is said, and nothing else is."""

import pytest

from issues.references import TypedNumber, as_written, is_place, read, said, written

WRITTEN = TypedNumber(42, reference="ZJD-2026-0042")


def test_what_is_written_is_read() -> None:
    assert written("ZJD", 2026, 42) == "ZJD-2026-0042"
    for prefix, year, number in (("ZJD", 2026, 42), ("LHBEI", 2031, 12345)):
        reference = written(prefix, year, number)
        assert read(reference) == TypedNumber(number, reference=reference)


def test_what_is_said_is_read() -> None:
    assert said("珠玑东", 42) == "珠玑东 42 号"
    assert read(said("珠玑东", 42)) == TypedNumber(42, place="珠玑东")


@pytest.mark.parametrize("words", ["zjd-2026-42", " ZJD-2026-0042 ", "ｚｊｄ－２０２６－００４２"])
def test_width_case_and_noughts_make_no_other_number(words: str) -> None:
    assert read(words) == WRITTEN


@pytest.mark.parametrize(
    "words", ["42", "0042", "42号", "42 号", "No. 42", "no 42", "编号42", "编号：42", "事项 42"]
)
def test_a_number_without_its_place_is_one(words: str) -> None:
    assert read(words) == TypedNumber(42)


@pytest.mark.parametrize(
    "words",
    [
        "ZJD–2026–42",
        "zjd 2026 42",
        "zjd2026-42",
        "ZJD20260042",
        "https://example.org/sign-in/?next=%2Fissues%2FZJD-2026-0042%2F",
        "https://example.org/sign-in/?next=%252Fissues%252FZJD-2026-0042",
        "“ZJD-2026-0042”。",
        "编号 ZJD-2026-0042，电梯",
        "https://example.org/issues/ZJD-2026-0042/",
        "https://example.org/issues/zjd-2026-42/receipt/?utm=x#chain",
        "【议事亭】电梯坏了 http://localhost:8000/issues/ZJD-2026-0042",
        "/desk/grid/ZJD-1/?section=today&case=ZJD-2026-0042",
    ],
)
def test_a_written_number_is_read_out_of_what_was_pasted(words: str) -> None:
    assert read(words) == WRITTEN
    assert as_written(words) == "ZJD-2026-0042"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("珠玑东社区第42号", TypedNumber(42, place="珠玑东社区")),
        ("珠玑东四十二号", TypedNumber(42, place="珠玑东")),
        ("珠玑东 2025 年 42 号", TypedNumber(42, place="珠玑东", year=2025)),
        ("Zhuji East No. 42 (2025)", TypedNumber(42, place="zhuji east", year=2025)),
        ("Zhuji East No. 42 of 2025", TypedNumber(42, place="zhuji east", year=2025)),
        ("第9社区 42 号", TypedNumber(42, place="第9社区")),
        ("zjd 42", TypedNumber(42, place="zjd")),
        ("ZJD-42", TypedNumber(42, place="zjd")),
        ("珠玑东-42", TypedNumber(42, place="珠玑东")),
        ("“珠玑东 42 号”。", TypedNumber(42, place="珠玑东")),
        ("珠玑东42号？", TypedNumber(42, place="珠玑东")),
        ("珠玑东42号的事", TypedNumber(42, place="珠玑东")),
        ("珠玑东 42 号，2025年", TypedNumber(42, place="珠玑东", year=2025)),
        ("2025年珠玑东42号", TypedNumber(42, place="珠玑东", year=2025)),
        ("2025年的珠玑东42号", TypedNumber(42, place="珠玑东", year=2025)),
        ("No.42 Zhuji East", TypedNumber(42, place="zhuji east")),
    ],
)
def test_a_spoken_number_is_read_with_its_place_and_its_year(
    words: str, asked: TypedNumber
) -> None:
    assert read(words) == asked


@pytest.mark.parametrize(
    ("typed", "names", "same"),
    [
        ("珠玑东", ("珠玑东社区", "珠玑东"), True),
        ("珠玑东社区", ("临淄区珠玑东社区居民委员会", "珠东"), True),
        ("珠玑东社区居委会", ("珠玑东社区",), True),
        ("东头", ("珠玑东社区", "东头"), True),
        ("ＺＨＵＪＩ east", ("珠玑东社区", "Zhuji East Community"), True),
        ("东", ("珠玑东社区", "珠玑东"), False),
        ("3号楼", ("珠玑东社区", "珠玑东"), False),
        ("珠玑东 电梯", ("珠玑东社区", "珠玑东"), False),
        ("珠玑东苑", ("珠玑东社区", "珠玑东"), False),
        ("Zhuji East Community", ("珠玑东社区", "Zhuji East"), True),
    ],
)
def test_a_place_is_known_by_each_of_its_names(
    typed: str, names: tuple[str, ...], same: bool
) -> None:
    assert is_place(typed, *names) is same


@pytest.mark.parametrize(
    "words",
    [
        "", "电梯", "ZJD-2026", "ZJD-2026-0000", "珠玑东 0 号", "13812345678", "3号楼井盖",
        "ZJD-2026-1234567", "ZJD-2026-0001 和 ZJD-2026-0002", "东苑小区3号楼", "9" * 5_000,
    ],
)  # fmt: skip
def test_something_else_is_no_number(words: str) -> None:
    assert read(words) is None
    assert as_written(words) == words


@pytest.mark.parametrize(
    "words",
    ["珠玑东 2026 年 42 号", "珠玑东2026年42号", "珠玑东２０２６年第42号", "珠玑东 No. 42 of 2026"],
)
def test_a_spoken_number_with_its_year_is_read_back(words: str) -> None:
    assert read(words) == TypedNumber(42, place="珠玑东", year=2026)


def test_two_of_a_number_are_told_apart_by_their_year() -> None:
    assert said("珠玑东", 42, 2026) == "珠玑东 2026 年 42 号"
    assert read(said("珠玑东", 42, 2026)) == TypedNumber(42, place="珠玑东", year=2026)
