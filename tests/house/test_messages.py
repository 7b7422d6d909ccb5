from pathlib import Path

import pytest

from tools.messages.catalogue import build, mo_bytes, po_bytes
from tools.messages.problems import problems
from tools.messages.sources import Key, all_strings, strings

TEMPLATE = """{% load i18n %}
<p>
    {% translate "Raise a matter" %} {% translate "May" context "month" %}
      {% blocktranslate count n=list|length trimmed %}
        {{ n }} matter
      {% plural %}
        {{ n }} matters
      {% endblocktranslate %}
 <b title="{% translate 'It "said"' %}">x</b>
</p>
{# {% translate "In a comment" %} #}
"""


def found(path: Path, text: str) -> dict[Key, str | None]:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return dict(strings(path))


def test_a_templates_strings_are_found_whatever_its_indentation(tmp_path: Path) -> None:
    assert found(tmp_path / "templates" / "page.html", TEMPLATE) == {
        (None, "Raise a matter"): None,
        ("month", "May"): None,
        (None, "%(n)s matter"): "%(n)s matters",
        (None, 'It "said"'): None,
    }


def test_pythons_strings_are_found_with_plural_and_context(tmp_path: Path) -> None:
    code = """
a = _("Street")
b = ngettext("%(n)s day", "%(n)s days", n)
c = pgettext("kind", "Other")
"""
    assert found(tmp_path / "app.py", code) == {
        (None, "Street"): None,
        (None, "%(n)s day"): "%(n)s days",
        ("kind", "Other"): None,
    }


def test_tests_and_tools_bring_no_strings(tmp_path: Path) -> None:
    for folder in ("tests", "tools", "issues"):
        found(tmp_path / folder / "a.py", f'_("{folder}")')
    assert set(all_strings(tmp_path)) == {(None, "issues")}


@pytest.mark.parametrize(
    ("english", "chinese", "problem"),
    [
        ("Street", "", "not translated: 'Street'"),
        ("%(n)s days", "天", "missing placeholder %(n)s: '%(n)s days'"),
        ("Days", "%(n)s天", "unknown placeholder %(n)s: 'Days'"),
        ("{name} left", "{nmae}离开了", "unknown placeholder {nmae}: '{name} left'"),
    ],
)
def test_a_wrong_translation_is_named(english: str, chinese: str, problem: str) -> None:
    catalog = build({(None, english): None}, {(None, english): chinese})
    assert problem in list(problems(catalog))


def test_a_right_translation_is_left_alone() -> None:
    known = {(None, "%(n)s day"): "%(n)s天", ("month", "May"): "五月"}
    catalog = build({(None, "%(n)s day"): "%(n)s days", ("month", "May"): None}, known)
    assert list(problems(catalog)) == []


def test_the_same_strings_give_the_same_bytes_in_any_order() -> None:
    first: dict[Key, str | None] = {(None, "B"): None, (None, "A"): None}
    second = dict(reversed(first.items()))
    known: dict[Key, str] = {(None, "A"): "甲", (None, "B"): "乙"}
    assert po_bytes(build(first, known)) == po_bytes(build(second, known))
    assert mo_bytes(build(first, known)) == mo_bytes(build(second, known))
