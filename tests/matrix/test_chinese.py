"""Every page in Chinese has the signs of Chinese; the administration says nothing in English."""

from __future__ import annotations

import re

from django.urls import reverse

from grids.models import Category
from tests.matrix.administration import ADMINISTRATION
from tests.matrix.arranging import arranged
from tests.matrix.signs import odd_signs, said_on
from tests.matrix.stage import Stage
from tests.matrix.table import ROWS as OURS
from tests.matrix.table import Row
from tests.matrix.table_screens import SCREEN_PAGES
from tests.matrix.table_secret import SECRET_PAGES
from tests.matrix.table_sittings import SITTING_PAGES
from tests.matrix.table_year import YEAR_PAGES

ROWS = [*OURS, *YEAR_PAGES, *SITTING_PAGES, *SECRET_PAGES, *SCREEN_PAGES, *ADMINISTRATION]
ENGLISH = re.compile("[A-Za-z]{3,}")
# Codes, file types and names in English, as they are shown in lists and imports.
KNOWN = re.compile(
    r"\.?\b(?:CSV|csv|xlsx|Excel|English|MB|[A-Z]{3}\d*(?:-[A-Z0-9]+)*|\w+_administrator)\b"
)
# Of Django's own Chinese.
STIFF = re.compile("应用程序|模型|对象|来修改|另一个|以筛选|动作|选中 |取消选中|你")
EXAMPLES = [
    ("Building 1", "Machine Works Compound", "Scholar-Tree Pavilion", "Street lamps"),
    ("lamps", "light"),
]


# By title: each test looks at the same pages of the same world.
_drawn: dict[str, str] = {}


def drawn(stage: Stage) -> dict[str, str]:
    """The page of each row for the first who may see it; empty where there is none."""
    if not _drawn:
        for row, given in arranged(stage, ROWS):
            _drawn[row.title] = _draw(stage, row, reverse(row.name, args=given))
    return _drawn


def _draw(stage: Stage, row: Row, path: str) -> str:
    who = next((name for name, status in row.get.items() if status == 200), "")
    if not who:
        return ""
    answer = stage.client(who).get(path)
    assert answer.status_code == 200, row.title
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return ""
    return answer.content.decode()


def test_every_page_has_the_signs_of_chinese(stage: Stage) -> None:
    found = {title: odd for title, page in drawn(stage).items() if (odd := odd_signs(page))}
    assert found == {}, "\n".join(f"{title}: {odd}" for title, odd in found.items())


def test_the_administration_speaks_chinese_as_people_do(stage: Stage) -> None:
    """Nothing in English, captions that only a screen reader says included; no word of models."""
    found = {
        row.title: odd
        for row in ADMINISTRATION
        if (odd := sorted({line for line in said_on(drawn(stage)[row.title]) if is_odd(line)}))
    }
    assert found == {}, "\n".join(f"{title}: {lines}" for title, lines in found.items())


def is_odd(line: str) -> bool:
    return is_english(line) or bool(STIFF.search(line))


def is_english(line: str) -> bool:
    return bool(ENGLISH.search(KNOWN.sub("", line))) and line not in names()


def names() -> set[str]:
    """Categories have one in English too; the rest is of the examples to import."""
    rows = [*Category.objects.values_list("name_en", "code"), *EXAMPLES]
    return {name for row in rows for name in row}
