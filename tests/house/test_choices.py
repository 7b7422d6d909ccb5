"""Every choice of every form is one of ours, which never says again what was sent to it."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.contrib import admin
from django.http import HttpRequest

from accounts.forms import choices
from accounts.models import User
from accounts.sentences import NOT_OFFERED
from grids.standing import Standing
from tests.house.test_words import form_classes

CHOICES = (forms.ChoiceField, forms.MultipleChoiceField, forms.ModelChoiceField)
# What Django says by itself with the value in it.
REPEATS = ("invalid_choice", "invalid_list", "invalid_pk_value")


def bare(fields: dict[str, forms.Field]) -> list[str]:
    return [
        name
        for name, field in fields.items()
        if isinstance(field, CHOICES) and not isinstance(field, choices.Offered)
    ]


def fields_of_forms() -> dict[str, dict[str, Any]]:
    return {
        f"{form.__module__}.{form.__name__}": getattr(form, "base_fields", {})
        for form in form_classes()
        # A model's fields get theirs from the administration.
        if not issubclass(form, forms.BaseModelForm)
    }


def fields_of_the_administration() -> dict[str, dict[str, Any]]:
    request = HttpRequest()
    request.user = User(pk=1)
    request.standing = Standing(user_id=1)  # type: ignore[attr-defined]
    return {
        model.__name__: registered.get_form(request, None, change=False).base_fields
        for model, registered in admin.site._registry.items()
    }


@pytest.mark.django_db
def test_every_choice_of_every_form_is_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(User, "has_perm", lambda *_args: True)
    found = {**fields_of_forms(), **fields_of_the_administration()}
    assert sum(isinstance(one, CHOICES) for each in found.values() for one in each.values()) > 60
    assert {name: wrong for name, fields in found.items() if (wrong := bare(fields))} == {}


@pytest.mark.django_db
def test_none_of_ours_repeats_what_was_sent() -> None:
    kinds = [one for one in vars(choices).values() if isinstance(one, type) and bare_of(one)]
    assert len(kinds) == 6
    for kind in kinds:
        said: dict[str, object] = vars(kind)[SENTENCES]
        sayable = {name for base in kind.__mro__ for name in vars(base).get(SENTENCES, {})}
        assert {name: said[name] for name in sayable.intersection(REPEATS)} == dict.fromkeys(
            sayable.intersection(REPEATS), NOT_OFFERED
        )


SENTENCES = "default_error_messages"


def bare_of(kind: type) -> bool:
    return issubclass(kind, choices.Offered) and kind is not choices.Offered


def test_django_s_own_classes_are_as_django_made_them() -> None:
    for kind in (*CHOICES, forms.ModelMultipleChoiceField):
        assert NOT_OFFERED not in kind.default_error_messages.values()
