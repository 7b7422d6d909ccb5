"""Nothing gets on the record that nobody typed, chose or saw (rules §9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

import pytest
from django import forms

from council.enums.table import TableAct
from council.forms.table import COMMANDS
from issues.forms.acts import ACT_FORMS, ActForm
from issues.inputs import Talk
from tools.checks.tracked import ROOT

TEMPLATES = ROOT / "templates" / "council"
# What forms carry that is about the sending, not about the matter.
OF_THE_SENDING = {
    "submission",
    "version",
    "entry",
    "assent",
    "drawn",
    "kept",
    "command",
    "happened",
    "lamport",
    # Which kept words stand in the field below; what is sent is the field.
    "reply",
}


@pytest.mark.parametrize("form", ACT_FORMS.values(), ids=lambda form: form.act.value)
def test_what_is_folded_away_has_no_value_of_its_own(form: type[ActForm]) -> None:
    """A default in a fold is neither seen nor typed."""
    folded = {name: form.base_fields[name] for name in form.more}
    assert [name for name, field in folded.items() if field.initial not in {None, "", False}] == []


@pytest.mark.parametrize("form", ACT_FORMS.values(), ids=lambda form: form.act.value)
def test_what_is_hidden_is_about_the_sending(form: type[ActForm]) -> None:
    hidden = {name for name, field in form.base_fields.items() if field.widget.is_hidden}
    assert hidden <= OF_THE_SENDING


@pytest.mark.parametrize("name", ["kind", "head_count"])
def test_how_people_talked_and_how_many_is_never_chosen_beforehand(name: str) -> None:
    for form in ACT_FORMS.values():
        field = form.base_fields.get(name)
        if field is not None:
            assert field.initial is None, form
            assert field.required, form
            assert name not in form.more, form


def test_an_action_is_told_how_people_talked_and_how_many() -> None:
    told = {one.name for one in fields(Talk) if one.default is MISSING}
    assert {"kind", "head_count"} <= told


def test_a_command_with_a_default_shows_it_where_it_is_sent() -> None:
    """At the table and on phones, the default stands before the eyes of who presses."""
    shown = {name for path in TEMPLATES.rglob("*.html") for name in _named(path)}
    unseen = [
        f"{TableAct(form.act).value}: {name}"
        for form in COMMANDS.values()
        for name, field in form.base_fields.items()
        if field.initial not in {None, "", False} and name not in shown | OF_THE_SENDING
    ]
    assert unseen == []


def _named(path: Path) -> Iterator[str]:
    """Names of inputs that are seen."""
    for tag in re.findall(r"<(?:input|select|textarea)\b[^>]*>", path.read_text(encoding="utf-8")):
        if 'type="hidden"' not in tag:
            yield from re.findall(r'name="([a-z_]+)"', tag)


def test_the_test_knows_a_default_when_it_sees_one() -> None:
    assert any(
        isinstance(field, forms.ChoiceField) and field.initial
        for form in COMMANDS.values()
        for field in form.base_fields.values()
    )
