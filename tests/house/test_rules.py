"""What comments and pages cite as a rule is written in docs/rules.md, with the clocks of today."""

import re
from collections.abc import Iterator
from pathlib import Path

from clocks.enums import SpanKind
from clocks.spans import Span
from issues.chain.default_policy import TABLE, PolicyRow
from issues.enums.deadlines import OnBreach, StartsAt
from issues.enums.matter import UNCLASSIFIED
from tools.checks.tracked import APPS, ROOT

RULES = ROOT / "docs" / "rules.md"
SECTION = re.compile(r"\b(?P<paper>\w+) §(?P<number>\d+)")
# A row of the first table: it stands alone in brackets, or with others.
SOURCE = re.compile(r"(?<![\w-])S(?P<number>\d{1,2})(?=[),; ]|$)", re.MULTILINE)
SPANS = {SpanKind.HOURS: "h", SpanKind.WORKING_HOURS: "wh", SpanKind.WORKING_DAYS: "wd"}
MISSED = {OnBreach.PUSH_UP: "up", OnBreach.SUPERVISE: "supervised"}


def pages() -> Iterator[tuple[str, str]]:
    for folder in (*APPS, "tests", "docs", "tools", "bench"):
        for path in sorted(Path(ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".md"} and path != RULES:
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def test_each_section_that_is_cited_is_there() -> None:
    sections = set(re.findall(r"^## §(\d+) ", RULES.read_text(encoding="utf-8"), re.MULTILINE))
    cited = [(name, found) for name, text in pages() for found in SECTION.finditer(text)]
    assert len(cited) > 20
    for name, found in cited:
        assert found["paper"] == "rules", f"{name}: {found[0]} is no paper of this repository"
        assert found["number"] in sections, f"{name}: {found[0]}"


def test_each_source_that_is_cited_is_there() -> None:
    sources = set(re.findall(r"^\| S(\d+) \|", RULES.read_text(encoding="utf-8"), re.MULTILINE))
    cited = [(name, found[1]) for name, text in pages() for found in SOURCE.finditer(text)]
    assert len(cited) > 15
    assert [(name, number) for name, number in cited if number not in sources] == []


def test_the_clocks_are_those_of_the_policy() -> None:
    text = RULES.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| [\w ]+ \| (grid|comm|dep)", line)]
    assert lines == [said(kind, level.value, row) for (kind, level), row in TABLE.items()]


def said(kind: str, level: str, row: PolicyRow) -> str:
    first = span(row.respond) + (" after that" if row.respond_from == StartsAt.RECEIPT else "")
    missed = f"{MISSED[row.receive_missed]} / {MISSED[row.resolve_missed]}"
    name = "not yet set" if kind == UNCLASSIFIED else kind
    return f"| {name} | {level} | {span(row.receive)} | {first} | {span(row.resolve)} | {missed} |"


def span(one: Span) -> str:
    return f"{one.amount} {SPANS[one.kind]}"
