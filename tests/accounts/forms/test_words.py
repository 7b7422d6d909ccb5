"""The field for whatever people type."""

from django import forms

from accounts.forms.words import WordsField


class _Form(forms.Form):
    line = WordsField(max_length=5)
    text = WordsField(max_length=5, widget=forms.Textarea)


def test_a_break_of_a_line_counts_once_as_in_the_browser() -> None:
    form = _Form({"line": "x", "text": "ab\r\ncd"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["text"] == "ab\ncd"
    assert not _Form({"line": "x", "text": "ab\r\ncde"}).is_valid()


def test_what_shows_nothing_is_missing() -> None:
    form = _Form({"line": "\u3164", "text": "\u200b\u0301"})
    assert form.errors.as_data()["line"][0].code == "required"
    assert form.errors.as_data()["text"][0].code == "required"


def test_a_field_of_one_line_keeps_one() -> None:
    form = _Form({"line": "a\r\nb", "text": "x"})
    assert form.is_valid()
    assert form.cleaned_data["line"] == "a b"
