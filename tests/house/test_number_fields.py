"""Every field for numbers and days, of every form, refuses what no column holds, in words."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent.parent
NUMBERS = (
    forms.IntegerField,
    forms.DecimalField,
    forms.FloatField,
    forms.DateField,
    forms.DateTimeField,
    forms.TimeField,
)
HOSTILE = [
    "9" * 5000,
    "9" * 4000,
    "9" * 30,
    "0,0",
    "-" + "9" * 4000,
    "1e5000",
    "1e-5000",
    "Infinity",
    "NaN",
    "0202-01-01",
    "0202-01-01T00:00",
    "9999-12-31",
    "9999-12-31T23:59",
    "20266-01-01",
    "46053",
]
# Sent back as the page drew them, and compared alone.
OURS = {"version", "entry"}


def fields() -> Iterator[tuple[str, forms.Field]]:
    for config in apps.get_app_configs():
        if Path(config.path).parent != ROOT:
            continue
        for module in pkgutil.walk_packages([config.path], f"{config.name}."):
            if {"forms", "admin"} & set(module.name.split(".")):
                importlib.import_module(module.name)
    waiting = list(forms.BaseForm.__subclasses__())
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        if form.__module__.startswith(("django.", "allauth.", "tests.")):
            continue
        # A whole number of a model form is held by its column; tests/hostile sends it.
        of_columns = forms.IntegerField if issubclass(form, forms.BaseModelForm) else ()
        for name, field in getattr(form, "base_fields", {}).items():
            if (
                isinstance(field, NUMBERS)
                and name not in OURS
                and not isinstance(field, of_columns)
            ):
                yield f"{form.__qualname__}.{name}", field


def kept(field: forms.Field, value: str) -> object:
    try:
        return field.clean(value)
    except forms.ValidationError:
        return None


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: f"{value[:12]} of {len(value)}")
def test_no_field_takes_a_number_or_day_that_cannot_be_meant(value: str) -> None:
    found = {name: kept(field, value) for name, field in fields()}
    assert not {name: taken for name, taken in found.items() if not can_be_meant(taken)}


def can_be_meant(taken: object) -> bool:
    if isinstance(taken, date):
        return 1900 <= taken.year <= 2199
    if isinstance(taken, int | float):
        return -(2**53) <= taken <= 2**53
    return not isinstance(taken, Decimal) or -(2**53) <= taken <= 2**53


def test_there_are_fields_to_ask() -> None:
    assert len(list(fields())) > 20
