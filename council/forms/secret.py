"""A ballot, and what a holder's device sends. Nothing of it is shown again, kept or logged."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from council.enums.votes import Choice
from council.secrecy import opening, points
from council.secrecy.batch import CHOICES
from council.secrecy.text import bytes_of

# More than anybody sends: a council of a thousand.
LONGEST_ANSWER = 100_000
WRONG = _("What was sent can't be read. Open the page anew and try again.")


class BallotForm(forms.Form):
    """`sealed` comes from a device that can seal; without it the server seals the choice."""

    choice = ChoiceField(
        choices=[(number, choice.label) for number, choice in enumerate(CHOICES, start=1)],
        required=False,
    )
    sealed = WordsField(max_length=400, required=False)

    def clean_sealed(self) -> bytes | None:
        text = self.cleaned_data["sealed"]
        if not text:
            return None
        sealed = bytes_of(text)
        if sealed is None:
            raise forms.ValidationError(WRONG)
        return sealed

    @property
    def chosen(self) -> Choice | None:
        number = self.cleaned_data.get("choice")
        return CHOICES[int(number) - 1] if number else None


class KeyForm(forms.Form):
    point = WordsField(max_length=200)

    def clean_point(self) -> bytes:
        point = bytes_of(self.cleaned_data["point"])
        if point is None or not points.is_point(point):
            raise forms.ValidationError(WRONG)
        return point


class OpeningForm(forms.Form):
    """Answers between spaces; empty where a device says again that it has answered."""

    opening = WordsField(max_length=LONGEST_ANSWER, required=False)

    def clean_opening(self) -> list[bytes]:
        answers = [bytes_of(text) for text in self.cleaned_data["opening"].split()]
        found = [answer for answer in answers if answer is not None]
        if len(found) < len(answers) or any(len(answer) != opening.SIZE for answer in found):
            raise forms.ValidationError(WRONG)
        return found
