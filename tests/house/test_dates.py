"""No date gets onto a page without saying for whom: what puts it into words is `clocks.dates`.

A date formatted in passing lacks its year, or is in the server's time zone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import DateField, DateTimeField, TimeField
from django.template import Engine
from django.template.base import FilterExpression, Node, Variable

from tools.checks.tracked import APPS, ROOT

TEMPLATES = ROOT / "templates"
# Django's own filters and tags for dates; none of them knows when it is read.
RAW = re.compile(
    r"\|\s*(?:date|time|naturalday|naturaltime|timesince|timeuntil|localize|unlocalize)\b(?!_)"
    r"(?!:\s*[\"']c[\"'])"  # for machines, as in <time datetime="…">
    r"|\{%\s*now\b"
)
OURS = {"date_words", "day_words", "moment_words", "time_words", "near_day"}
# What formats a date in Python, and directives that do so in f-strings.
FORMATTERS = {"strftime", "date_format", "time_format", "naturalday", "naturaltime", "timesince"}
DIRECTIVE = re.compile(r"%-?[YymdBbHIMSjAa]")
# File: why it may. Short, and each with its reason.
MAY_FORMAT = {
    "clocks/dates.py": "here dates become words",
    "clocks/hours.py": "hours as they are stored, read back by `parse`",
    "acting/forms/fields.py": "what a browser's own date fields send and take",
    "council/forms/talk_here.py": "a moment in an address",
    "council/presentation/contacts.py": "a month in an address",
    "council/presentation/sittings.py": "a month in an address",
    "council/views/minutes.py": "the name of a file",
    "issues/actions/add.py": "the key of a notice",
}


def templates() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def test_no_template_formats_a_date_by_itself() -> None:
    found = [
        f"{path.relative_to(TEMPLATES)}: {match.group()}"
        for path in templates()
        for match in RAW.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_template_prints_a_date_as_it_is_stored() -> None:
    dates = _date_columns()
    found = [
        f"{path.relative_to(TEMPLATES)}: {expression.token}"
        for path in templates()
        for expression in _expressions(path)
        if _last(expression) in dates and not _used(expression) & (OURS | {"date"})
    ]
    assert found == []


def _date_columns() -> set[str]:
    """Names of columns that hold a date, in any of our tables.

    Those of one word, as `day`, are also what presentation calls a date in words.
    """
    return {
        field.name
        for app in APPS
        if apps.is_installed(app)
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if isinstance(field, DateField | DateTimeField | TimeField) and "_" in field.name
    }


def _expressions(path: Path) -> Iterator[FilterExpression]:
    """What the template prints; what it only asks about or hands on is no date on a page."""
    template = Engine.get_default().from_string(path.read_text(encoding="utf-8"))
    seen: set[int] = set()
    waiting: list[object] = list(template.nodelist)
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        printed = getattr(node, "filter_expression", None)
        if isinstance(printed, FilterExpression):
            yield printed
        extra = getattr(node, "extra_context", None)  # of {% blocktranslate with %}
        if isinstance(extra, dict) and type(node).__name__ == "BlockTranslateNode":
            yield from (one for one in extra.values() if isinstance(one, FilterExpression))
        for value in vars(node).values() if isinstance(node, Node) else ():
            waiting += _nodes(value)


def _nodes(value: object) -> list[object]:
    if isinstance(value, Node):
        return [value]
    if isinstance(value, list | tuple):
        return [one for part in value for one in _nodes(part)]
    return []


def _last(expression: FilterExpression) -> str:
    variable = expression.var
    if not isinstance(variable, Variable) or not variable.lookups:
        return ""
    return str(variable.lookups[-1])


def _used(expression: FilterExpression) -> set[str]:
    return {function.__name__ for function, _arguments in expression.filters}


def test_the_walk_finds_a_date_that_is_printed(tmp_path: Path) -> None:
    """Else the two tests above could be blind."""
    bare = tmp_path / "bare.html"
    bare.write_text("{% for turn in turns %}{{ turn.started_at }}{% endfor %}", encoding="utf-8")
    assert [_last(one) for one in _expressions(bare)] == ["started_at"]
    assert "started_at" in _date_columns()
    assert RAW.search('{{ head.sealed_at|date:"DATE_FORMAT" }}')
    assert RAW.search("{{ day|naturalday }}")
    assert not RAW.search('<time datetime="{{ notice.told_at|date:"c" }}">')


def test_no_code_formats_a_date_by_itself() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {what}"
        for app in APPS
        if app not in {"config", "demo"}
        for path in sorted((ROOT / app).rglob("*.py"))
        if "migrations" not in path.parts and str(path.relative_to(ROOT)) not in MAY_FORMAT
        for line, what in _formats(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def _formats(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Formatted dates, but for what a row calls itself in logs and in a shell."""
    plain = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef) and function.name == "__str__"
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if id(node) in plain:
            continue
        if isinstance(node, ast.Call) and _name(node.func) in FORMATTERS:
            yield node.lineno, _name(node.func)
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            written = ast.unparse(node.format_spec)
            if DIRECTIVE.search(written):
                yield node.lineno, written


def _name(called: ast.expr) -> str:
    return getattr(called, "attr", getattr(called, "id", ""))


def test_each_exception_still_formats_something() -> None:
    for name in MAY_FORMAT:
        text = (ROOT / name).read_text(encoding="utf-8")
        assert DIRECTIVE.search(text) or "dateformat" in text, name
