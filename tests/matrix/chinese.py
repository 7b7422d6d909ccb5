"""Every page in Chinese has the signs of Chinese; the administration says nothing in English."""

from __future__ import annotations

import re

from grids.models import Category
from tests.matrix.signs import odd_signs, said_on
from tests.matrix.table import Row

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


def odd_on(row: Row, page: str) -> list[str]:
    """Signs that are not those of Chinese; in the administration any line too that is in English,
    captions that only a screen reader says included, or speaks in words of models."""
    lines = sorted({*said_on(page)}) if row.name.startswith("admin:") else []
    return [*odd_signs(page), *(line for line in lines if is_odd(line))]


def is_odd(line: str) -> bool:
    return is_english(line) or bool(STIFF.search(line))


def is_english(line: str) -> bool:
    return bool(ENGLISH.search(KNOWN.sub("", line))) and line not in names()


def names() -> set[str]:
    """Categories have one in English too; the rest is of the examples to import."""
    rows = [*Category.objects.values_list("name_en", "code"), *EXAMPLES]
    return {name for row in rows for name in row}
