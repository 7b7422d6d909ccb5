"""Whatever is sent in whichever field, it is answered by a sentence of ours, in Chinese."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from django import forms
from django.utils.translation import override

from council.forms.table.base import CommandForm
from tests.house.test_words import form_classes

SENT = [
    "",
    "\x00",
    "灯\x00",
    "没有这个",
    "9" * 5000,
    "w" * 5000,
    "-99999",
    "1e5",
    "1.234",
    "12月3日",
]
# Of Django's own catalogue, which speaks of fields and variables.
DJANGOS = ("字段", "变量", "有效", "确保", "不允许", "不可用", "确认小数", "确认总共")
LONGEST = 120
MULTIPLE = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)


def typed_in() -> Iterator[tuple[str, forms.Field]]:
    """Fields that people see."""
    for form in form_classes():
        # A model's fields get theirs from the administration (tests/house/test_words.py).
        model = issubclass(form, forms.BaseModelForm)
        for name, field in getattr(form, "declared_fields" if model else "base_fields", {}).items():
            if not field.widget.is_hidden:
                yield f"{form.__module__}.{form.__name__}.{name}", field


def said_of(field: forms.Field, value: object) -> list[str]:
    try:
        field.clean(value)
    except forms.ValidationError as error:
        return [str(one) for one in error.messages]
    return []


@pytest.mark.django_db
def test_no_field_answers_in_djangos_words_or_says_again_what_was_sent() -> None:
    found = defaultdict(set)
    with override("zh-hans"):
        for name, field in typed_in():
            for value in SENT:
                several = isinstance(field, MULTIPLE)
                for said in said_of(field, [value, "没有这个"] if several else value):
                    if len(said) > LONGEST or any(one in said for one in DJANGOS):
                        found[said[:60]].add(name)
    assert not found


def test_what_is_wrong_with_a_hidden_field_is_said_by_every_form_that_posts() -> None:
    """A form that is neither of these draws what nobody sees by a rule of its own."""
    hidden = {
        f"{form.__module__}.{form.__name__}"
        for form in form_classes()
        if not (form.__subclasses__() or issubclass(form, forms.BaseModelForm | CommandForm))
        and not hasattr(form, "say_at")
        and any(one.widget.is_hidden for one in getattr(form, "base_fields", {}).values())
    }
    assert hidden == WITHOUT_KEY.keys()


# Form: why what is hidden in it needs no sentence.
WITHOUT_KEY = {
    "council.forms.secret_paper.PaperForm": "one sentence for whatever is wrong",
    "grids.forms.ImportForm": "a file is sent once more with a new page",
    "issues.forms.filters.FilterForm": "asks for a list, and what is unknown asks for nothing",
}
