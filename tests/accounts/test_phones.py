import pytest

from accounts import phones


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        " 138 0013 8000 ",
        "138-0013-8000",
        "+86 138 0013 8000",
        "+8613800138000",
        "0086 13800138000",
        "8613800138000",
        "(+86)138.0013.8000",
        "１３８００１３８０００",
        "＋８６　１３８００１３８０００",
        "\u202d13800138000\u202c",
        "138\u00a00013\u20098000",
    ],
)
def test_a_number_is_understood_however_it_is_typed(typed: str) -> None:
    assert phones.normalise(typed) == "+8613800138000"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1380013800",
        "138001380001",
        "12800138000",
        "+1 415 555 2671",
        "+852 9123 4567",
        "010 6512 3456",
        "电话13800138000",
        "138😀0138000",
        "١٣٨٠٠١٣٨٠٠٠",
        "13800138000\x00",
        "+86+8613800138000",
        "1" * 10_000_000,
        "' OR 1=1 --",
    ],
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(phones.NotAMobile):
        phones.normalise(typed)


def test_a_masked_number_shows_its_ends_only() -> None:
    assert phones.mask("+8613812345678") == "138****5678"
    assert phones.mask("+85291234567") == "+85****4567"
    assert phones.mask("") == phones.mask(None) == ""


def test_a_number_is_shown_in_the_groups_it_is_spoken_in() -> None:
    assert phones.display("+8613812345678") == "138 1234 5678"
    assert phones.display("+85291234567") == "+85291234567"
    assert phones.display(None) == ""
