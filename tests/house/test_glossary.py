"""The glossary names what there is, and so does what shows the way."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from tools.checks.tracked import ROOT, tracked

ROW = re.compile(r"^\|[^|]+\|[^|]+\| (?P<names>`[^|]+`) \| `(?P<file>[^`|]+)` \|$", re.MULTILINE)
# As architecture.md names them: the end of a path, and perhaps something defined there.
PLACE = re.compile(r"`(?P<file>[\w/-]+\.(?:py|js))(?::(?P<name>\w+))?`")


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


def test_every_file_that_the_architecture_names_is_there() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    files = [path for path in tracked() if path.suffix in {".py", ".js"}]
    found = list(PLACE.finditer(text))
    assert len(found) > 50
    wrong = [
        place[0]
        for place in found
        if not any(
            path.as_posix().endswith(f"/{place['file']}")
            and (not place["name"] or defines(path.read_text(encoding="utf-8"), place["name"]))
            for path in files
        )
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
