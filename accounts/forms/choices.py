"""The fields for whatever people choose."""

from __future__ import annotations

from django import forms

from accounts.sentences import NOT_OFFERED


class Offered(forms.Field):
    """Django repeats what was sent instead of a choice, however long it is; none of these does.

    All choices of all forms are of these kinds, those of the administration too
    (tests/house/test_choices.py).
    """

    default_error_messages = dict.fromkeys(
        ("invalid_choice", "invalid_list", "invalid_pk_value"), NOT_OFFERED
    )


# Django gathers the sentences of a field from its furthest base to itself, so that each class of
# ours says its own again. They are of each other's kind as Django's are.
class ChoiceField(Offered, forms.ChoiceField):
    default_error_messages = Offered.default_error_messages


class TypedChoiceField(ChoiceField, forms.TypedChoiceField):
    default_error_messages = Offered.default_error_messages


class MultipleChoiceField(ChoiceField, forms.MultipleChoiceField):
    default_error_messages = Offered.default_error_messages


class TypedMultipleChoiceField(MultipleChoiceField, forms.TypedMultipleChoiceField):
    default_error_messages = Offered.default_error_messages


class ModelChoiceField(ChoiceField, forms.ModelChoiceField):  # type: ignore[type-arg]
    default_error_messages = Offered.default_error_messages


class ModelMultipleChoiceField(ModelChoiceField, forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    default_error_messages = Offered.default_error_messages
