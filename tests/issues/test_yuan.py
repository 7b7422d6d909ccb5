"""Sums of money are read as people write them, and as nothing where they can mean two things."""

from __future__ import annotations

from decimal import Decimal

import pytest

from issues.yuan import Unreadable, read_yuan

READ = {
    "1200.50": "1200.50",
    "1,000": "1000",
    "1，000": "1000",
    "10,000,000.5": "10000000.50",
    "1 000": "1000",
    "1'000": "1000",
    "１０００": "1000",
    "1000元": "1000",
    "￥1,000.00": "1000",
    "人民币1000元整": "1000",
    "1。5": "1.50",
    "1千": "1000",
    "1.5万": "15000",
    "1.5W": "15000",
    "2千3百": "2300",
    "1万2000": "12000",
    "1万零5": "10005",
    "一千二百万元": "12000000",
    "十五块": "15",
    # A digit and nothing else stands for the unit below, or for itself.
    "1万500": "10500",
    "3亿2000": "300002000",
    "1万2千34": "12034",
    # Of what a unit counts, a point parts no thousands.
    "1.234万": "12340",
    "1.000万元": "10000",
    "1.234": "1234",
    "0,0": "0",
    # On bills.
    "壹万贰仟元整": "12000",
    "伍仟元正": "5000",
    "3元5角": "3.50",
    "3元零5分": "3.05",
    "12块5": "12.50",
    "5毛": "0.50",
}
EITHER = {
    "1,5": ("1.5", "15"),
    "10,00": ("10", "1000"),
    "0,500": ("0.5", "500"),
    "1.000": ("1", "1000"),
    "1,0000": ("1", "10000"),
    "1万5": ("10005", "15000"),
    "1万2千3": ("12003", "12300"),
    "1,5万": ("15000", "150000"),
    "一百二万": ("1020000", "1200000"),
}
NONE = [
    *("", "元", "块", "角", "万", "-5", "约1000", "1,000,5", "1.2.3", "0.125", "1e5", "NaN", "٣"),
    *("9" * 5000, "9" * 30, "9" * 30 + "亿", "9999999999999百万亿", "3.5元5角", "3块50"),
]


@pytest.mark.parametrize(("typed", "yuan"), READ.items())
def test_a_sum_is_read_as_it_is_written(typed: str, yuan: str) -> None:
    assert read_yuan(typed).yuan == Decimal(yuan)


@pytest.mark.parametrize(("typed", "either"), EITHER.items())
def test_what_can_mean_two_sums_is_neither(typed: str, either: tuple[str, str]) -> None:
    with pytest.raises(Unreadable) as unread:
        read_yuan(typed)
    assert unread.value.may_be == tuple(map(Decimal, either))


@pytest.mark.parametrize("typed", NONE, ids=range(len(NONE)))
def test_what_is_no_sum_is_none(typed: str) -> None:
    with pytest.raises(Unreadable) as unread:
        read_yuan(typed)
    assert unread.value.may_be == ()


def test_only_plain_digits_leave_nothing_to_understand() -> None:
    plain = {typed for typed in READ if read_yuan(typed).as_typed}
    assert plain == {"1200.50"}
