"""docs/security.md names files that are there, and answers each requirement once."""

import re
from collections import Counter

from tools.checks.tracked import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ANSWERS = {"met", "in part", "not met", "—"}
# Of a place where it runs, or an address.
MADE_THERE = ("secrets/", "var/", "/")


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"`([\w./-]+/[\w.-]*)`", PAGE)
    assert len(named) > 100
    gone = [name for name in named if not name.startswith(MADE_THERE)]
    assert [name for name in gone if not (ROOT / name).exists()] == []


def test_each_requirement_is_answered_once() -> None:
    rows = re.findall(r"^\| (\d+\.\d+\.\d[^|]*) \| ([\d–]+) \| ([^|]+) \| (.*) \|$", PAGE, re.M)
    assert {answer for _, _, answer, _ in rows} <= ANSWERS
    assert all(where for *_, where in rows)
    counted = Counter(number for numbers, *_ in rows for number in asked(numbers))
    assert [number for number, times in counted.items() if times > 1] == []
    assert {int(number.split(".")[0]) for number in counted} == {*range(1, 18)} - {10, 17}
    assert len(counted) > 190


def asked(numbers: str) -> list[str]:
    """“1.4.1–1.4.3” and “7.2.2, 7.2.3” name several."""
    first, dash, last = numbers.partition("–")
    if not dash:
        return numbers.split(", ")
    head, _, start = first.rpartition(".")
    return [f"{head}.{one}" for one in range(int(start), int(last.rpartition(".")[2]) + 1)]
