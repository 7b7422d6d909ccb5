"""What a person typed into a form that can't be sent any more: it is given back to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms

from accounts.words import as_stored

# Fields that people type into: their contents are given back. A tick or a choice is soon redone.
WRITTEN = (
    forms.CharField,
    forms.DateField,
    forms.DateTimeField,
    forms.TimeField,
    forms.DecimalField,
    forms.IntegerField,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """The contents of one field, exactly as typed."""

    name: str
    label: str
    words: str


def typed_into(fields: Mapping[str, forms.Field], data: Mapping[str, str]) -> list[Typed]:
    """Valid or not."""
    return [
        Typed(name, str(field.label), words)
        for name, field in fields.items()
        if isinstance(field, WRITTEN) and not field.widget.is_hidden and not _is_chosen(field)
        if (words := as_stored(data.get(name, "")))
    ]


def _is_chosen(field: forms.Field) -> bool:
    """By its key, which tells the person nothing."""
    return isinstance(field.widget, forms.Select)
