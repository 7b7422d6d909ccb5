"""The glossary names what there is."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent.parent
ROW = re.compile(r"^\|[^|]+\|[^|]+\| (?P<names>`[^|]+`) \| `(?P<file>[^`|]+)` \|$", re.MULTILINE)


def rows() -> Iterator[tuple[list[str], Path]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for row in ROW.finditer(text):
        yield re.findall(r"`([^`]+)`", row["names"]), ROOT / row["file"]


def test_every_name_of_the_glossary_is_defined_in_its_file() -> None:
    found = list(rows())
    assert len(found) > 50
    wrong = [
        f"{name} in {file.relative_to(ROOT)}"
        for names, file in found
        for name in names
        if not file.is_file() or not defines(file.read_text(encoding="utf-8"), name)
    ]
    assert not wrong


def test_everything_a_council_keeps_has_a_word() -> None:
    named = {name for names, _file in rows() for name in names}
    models = {model.__name__ for model in apps.get_app_config("council").get_models()}
    assert len(models) > 30
    assert not models - named


def defines(source: str, name: str) -> bool:
    return bool(re.search(rf"^\s*(class|def) {name}\b|^\s*{name}\b.*[:=]", source, re.MULTILINE))


def test_a_name_that_is_only_used_is_not_defined() -> None:
    assert defines("class Issue(models.Model):\n", "Issue")
    assert defines("    activity: list[int] = []\n", "activity")
    assert not defines("print(Issue)\n", "Issue")
