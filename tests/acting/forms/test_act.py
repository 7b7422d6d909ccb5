"""What people typed into a form that can't be sent any more is given back to them, all of it."""

from django import forms
from django.forms.widgets import Input

from acting.forms.act import ActForm
from tests.house.test_words import form_classes


def is_typed_into(field: forms.Field) -> bool:
    widget = field.widget
    if isinstance(widget, forms.Textarea):
        return True
    return isinstance(widget, Input) and widget.input_type not in {
        "hidden",
        "checkbox",
        "radio",
        "file",
    }


def test_every_form_of_an_act_gives_back_whatever_is_typed_into_it() -> None:
    lost = {}
    for form in form_classes():
        if issubclass(form, ActForm):
            typed = {name for name, one in form.base_fields.items() if is_typed_into(one)}
            back = {one.name for one in form.typed_in(dict.fromkeys(typed, "7"))}
            if typed - back:
                lost[form.__name__] = typed - back
    assert lost == {}
