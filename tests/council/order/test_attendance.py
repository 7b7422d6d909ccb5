from __future__ import annotations

from datetime import date

import pytest

from council.order.attendance import Attendance, Sat, attendance

TERM = (date(2026, 3, 1), date(2026, 6, 1))
FIRST, LAST, AFTER = date(2026, 3, 1), date(2026, 5, 31), date(2026, 6, 1)
BEFORE = date(2026, 2, 28)


def sat(day: date, *, came: bool = False, excused: bool = False) -> Sat:
    return Sat(day, came, excused)


@pytest.mark.parametrize(
    ("sentence", "sittings", "found"),
    [
        ("nothing was held", [], Attendance(0, 0, 0)),
        ("the first day of a term counts", [sat(FIRST, came=True)], Attendance(1, 0, 0)),
        ("and so does its last", [sat(LAST)], Attendance(0, 0, 1)),
        ("what came before it does not", [sat(BEFORE)], Attendance(0, 0, 0)),
        ("nor what came after it", [sat(AFTER, came=True)], Attendance(0, 0, 0)),
        ("who is excused was not missing", [sat(FIRST, excused=True)], Attendance(0, 1, 0)),
        ("who came although excused came", [sat(LAST, came=True, excused=True)],
         Attendance(1, 0, 0)),
    ],
)  # fmt: skip
def test_attendance(sentence: str, sittings: list[Sat], found: Attendance) -> None:
    assert attendance(sittings, TERM) == found, sentence


def test_leave_is_neither_for_nor_against() -> None:
    found = attendance([sat(FIRST, came=True), sat(FIRST, excused=True), sat(LAST)], TERM)
    assert (found.held, found.expected) == (3, 2)
