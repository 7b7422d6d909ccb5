"""What in a text carries something, and where it may be cut."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from accounts.words import as_stored, cut, first_sign, in_a_line, shortened, shows_nothing

NOTHING = [
    "",
    " \t\n",
    "\u00a0\u3000",
    "\u200b",
    "\u200d\u200c",
    "\u2800",
    "\u3164",
    "\uffa0",
    "\u115f\u1160",
    "\u00ad",
    "\u034f",
    "\u061c",
    "\u180e",
    "\u2060\u2064",
    "\u202e\u202c",
    "\u0301",
    "\u0301\u0302 \u20dd",
    "\ufe0f",
    "\ufeff",
    "\ufffc",
    "\U000e0041\U000e0020",
    "\U000e0100",
    "\U0001d159",
    "\x07\x1b",
    "\u2028\u2029\x85",
    "\ufdd0\uffff",
]
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"


@pytest.mark.parametrize("typed", NOTHING, ids=ascii)
def test_what_shows_nothing_is_empty(typed: str) -> None:
    assert shows_nothing(typed)
    assert as_stored(typed) == in_a_line(typed) == as_stored(f" {typed}\n{typed}") == ""


@given(st.lists(st.sampled_from(NOTHING)).map("".join))
def test_nothing_added_to_nothing_is_nothing(typed: str) -> None:
    assert as_stored(typed) == ""


@pytest.mark.parametrize(
    "said",
    [
        "电梯坏了",
        "3",
        "。",
        "葛\U000e0100飾",
        FAMILY,
        WALES,
        "\U0001f44d\U0001f3fd",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "می\u200cخواهم",
        "क्\u200dष",
        "ညွှို့",
        "Tiếng Việt".encode().decode(),
        "\ue000",
        "一行\n又一行",
        "张\u3164三",
        "\u1100\u1160",
        "\u115f\u1161",
    ],
    ids=ascii,
)
def test_what_says_something_stays_as_it_is(said: str) -> None:
    assert as_stored(said) == said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb\u2028c\u2029d\x0be\x0cf\x85g", "a\nb\nc\nd\ne\nf\ng"),
        ("楼\u202e上\u2066下\u200e", "楼上下"),
        ("停\u200b车\ufeff位\u00ad\u2060", "停车位"),
        ("停\u200d车", "停车"),
        ("1\u200d3\u200c8", "138"),
        ("\U0001f44d\u200d", "\U0001f44d"),
        ("好\U000e0068\U000e0069", "好"),
        ("a\x00b", "a\x00b"),
        ("\u3164张三\u3164", "张三"),
        ("张三\u2800", "张三"),
        ("\uffa0 张三\u3000\u2800\n", "张三"),
        ("\u115f\u1160张三\u1160\u115f", "张三"),
        ("\u1100\u1160\u3164", "\u1100\u1160"),
        ("\U0001f3f4" + "\U000e0067" * 5000, "\U0001f3f4"),
        (WALES + "\U000e0068\U000e0069", WALES),
        ("\x1b[31m红", "[31m红"),
    ],
    ids=ascii,
)
def test_what_carries_nothing_is_taken_out(typed: str, kept: str) -> None:
    assert as_stored(typed) == kept


def test_stacked_accents_are_cut_to_a_few() -> None:
    assert as_stored("a" + "\u0301" * 40 + "b") == "a\u0301\u0301\u0301b"
    assert len(as_stored("ก" + "\u0e49" * 40)) == 7
    assert as_stored("e\u0302\u0301") == "e\u0302\u0301"


def test_a_line_has_no_second_one() -> None:
    assert in_a_line("王\r\n五\t六") == "王 五 六"


@given(st.text())
def test_what_is_kept_is_kept_the_same_again(typed: str) -> None:
    kept = as_stored(typed)
    assert as_stored(kept) == kept
    assert "\r" not in kept
    assert not regex.search(r"\p{Bidi_Control}", kept)


PARTS = st.sampled_from(
    ["a", "车", "e\u0301", FAMILY, WALES, "\U0001f1e8\U0001f1f3", "क्षि", "\r\n", "👍🏽", " "]
)


@given(st.lists(PARTS, max_size=30), st.integers(1, 40))
def test_a_cut_falls_between_whole_characters(parts: list[str], most: int) -> None:
    text = "".join(parts)
    begun = cut(text, most)
    assert text.startswith(begun)
    assert len(begun) <= most
    whole = regex.findall(r"\X", text)
    if whole and len(whole[0]) <= most:
        assert regex.findall(r"\X", begun) == whole[: len(regex.findall(r"\X", begun))]
        left = whole[len(regex.findall(r"\X", begun)) :]
        assert not left or len(begun) + len(left[0]) > most


def test_a_character_longer_than_the_place_is_cut_all_the_same() -> None:
    assert cut(FAMILY, 2) == FAMILY[:2]


def test_what_is_left_out_is_said() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abc def", 5) == "abc…"
    assert shortened(f"abc{FAMILY}d", 6) == "abc…"


def test_the_first_sign_of_a_name_is_whole() -> None:
    assert first_sign("王晓燕") == "王"
    assert first_sign("e\u0301milie") == "e\u0301"
    assert first_sign(f"{FAMILY}小组") == FAMILY
    assert first_sign("") == ""


def test_ordinary_signs_are_kept_as_they_are_when_looked_at_one_by_one() -> None:
    """They are let through unlooked at; beside something that is taken out, all are looked at."""
    for first, last in ((0x20, 0x7E), (0x3001, 0x3011), (0x4E00, 0x9FFF), (0xFF01, 0xFF5E)):
        text = "".join(map(chr, range(first, last + 1)))
        assert as_stored(f"\u200b{text}") == as_stored(text) == text.strip()
    assert as_stored("\u200b‘’“”—…·") == as_stored("‘’“”—…·") == "‘’“”—…·"
