from uuid import uuid4

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template

from acting.forms.submission import LOST, SubmissionMixin


class WordForm(SubmissionMixin, forms.Form):
    word = forms.CharField()
    page = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=7)


def rendered(source: str, **context: object) -> str:
    return Template("{% load submission %}" + source).render(Context(context))


def test_a_form_with_a_key_hands_it_over_as_a_uuid() -> None:
    key = uuid4()
    form = WordForm({"submission": str(key), "word": "x"})

    assert form.is_valid()
    assert form.submission_key == key


@pytest.mark.parametrize(
    "sent", [{}, {"submission": ""}, {"submission": "<script>"}, {"submission": "1\x00"}]
)
def test_a_missing_or_broken_key_is_said_above_the_form_in_a_sentence(sent: dict[str, str]) -> None:
    form = WordForm({"word": "x", **sent})

    assert not form.is_valid()
    assert form.non_field_errors() == [LOST]
    assert "submission" not in form.errors


def test_what_is_damaged_in_a_hidden_field_is_said_and_drawn_whole_again() -> None:
    sent = QueryDict(f"submission={uuid4()}&word=x&page=" + "9" * 5000)
    form = WordForm(sent)

    assert not form.is_valid()
    assert form.non_field_errors() == [LOST]
    assert form["page"].value() == "7"
    assert form["word"].value() == "x"
    assert form["submission"].value() == sent["submission"]


def test_what_an_action_refuses_about_a_hidden_field_is_said_above_the_form() -> None:
    form = WordForm({"submission": str(uuid4()), "word": "x", "page": "7"})

    for name in ("page", "unknown", "word"):
        form.say_at(name, name)
    assert form.non_field_errors() == ["page", "unknown"]
    assert form["word"].errors == ["word"]


def test_two_forms_on_a_page_never_share_a_key() -> None:
    one, other = (rendered("{% submission_key %}") for _ in range(2))

    assert 'name="submission"' in one
    assert one != other


def test_a_form_that_comes_back_with_errors_keeps_the_key_it_was_sent_with() -> None:
    key = uuid4()
    form = WordForm({"submission": str(key), "word": ""})

    assert str(key) in rendered("{% submission_key form %}", form=form)


def test_a_broken_key_is_replaced_and_never_written_back() -> None:
    form = WordForm({"submission": '"><script>', "word": ""})

    assert "script" not in rendered("{% submission_key form %}", form=form)
