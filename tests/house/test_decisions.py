"""Each decision has a number of its own, a date and a status."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "decisions"
HEAD = re.compile(
    r"# (?P<number>\d{4}) · \S.*\n\n"
    r"\*\d{1,2} [A-Z][a-z]+ \d{4} · (in force|replaced by \d{4}|dropped)\*\n\n"
)


def test_each_decision_says_its_number_its_date_and_whether_it_holds() -> None:
    pages = sorted(FOLDER.glob("*.md"))
    numbers = [page.name[:4] for page in pages]
    assert len(set(numbers)) == len(numbers) > 10
    for page, number in zip(pages, numbers, strict=True):
        head = HEAD.match(page.read_text(encoding="utf-8"))
        assert head, page.name
        assert head["number"] == number, page.name
