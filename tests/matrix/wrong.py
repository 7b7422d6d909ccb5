"""A form with something wrong in every field of it, made from the form that a page draws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.test import Client
from django.utils.html import escape

SEVERAL = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)


def drawn(client: Client, path: str) -> forms.BaseForm | None:
    """The form of the page at `path`, if it has one."""
    context = client.get(path).context
    form = context.get("form") if context is not None else None
    return form if isinstance(form, forms.BaseForm) else None


def all_wrong(form: forms.BaseForm) -> dict[str, Any]:
    wrong = {name: _wrong(field) for name, field in form.fields.items()}
    return {**wrong, "submission": str(uuid4())}


def longest_in(form: forms.BaseForm) -> Iterator[tuple[str, str]]:
    """What a browser lets people write at the most: it counts the end of a line as one."""
    for name, field in form.fields.items():
        if is_written(field) and (most := getattr(field, "max_length", None)):
            lines = isinstance(field.widget, forms.Textarea)
            yield name, "字\r\n" * (most // 2 - 1) + "字字" if lines else "字" * most


def is_written(field: forms.Field) -> bool:
    hidden = field.widget.is_hidden or isinstance(field.widget, forms.Select)
    return isinstance(field, forms.CharField) and not hidden


def _wrong(field: forms.Field) -> object:
    if isinstance(field, SEVERAL):
        return ["没有这个"]
    if is_written(field):
        return "字" * ((getattr(field, "max_length", None) or 0) + 1)
    return "" if isinstance(field, forms.BooleanField | forms.FileField) else "12月3日"


def unsaid(client: Client, path: str, sent: dict[str, Any]) -> list[str]:
    """The fields whose sentence doesn't stand on the page that answers."""
    answer = client.post(path, sent)
    assert answer.status_code == 422, (path, answer.status_code)
    page, form = answer.content.decode(), answer.context["form"]
    return [
        f"{path} {name}: {said}"
        for name, errors in form.errors.items()
        for said in errors
        if escape(said) not in page
    ]
