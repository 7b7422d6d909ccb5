"""Where the keyboard stands is framed; only what is chosen is filled."""

import re
from pathlib import Path

import pytest

SHEETS = sorted(Path("static/css").glob("*.css"))
RULE = re.compile(r"([^{}]*:focus[^{}]*)\{([^{}]*)\}")
FILLS = re.compile(r"(?:^|[;\s])(?:background|box-shadow)(?:-\w+)?\s*:")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_focus_does_not_look_like_choice(sheet: Path) -> None:
    rules = RULE.findall(sheet.read_text())
    assert [selector.strip() for selector, body in rules if FILLS.search(body)] == []
