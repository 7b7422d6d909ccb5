"""Base of all forms with which a person acts on something that a page showed them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from acting.forms.submission import SubmissionMixin
from acting.forms.typed import Typed, typed_into
from acting.refusals import AsksFirst, NotNow, Refused


class ActForm(SubmissionMixin):
    """One act, done by whoever gives the form to `acting.views.drive`.

    `version` is the version of the thing that the page showed, `entry` the number of the newest
    entry of its record at that time: they tell whether, and how, it has changed since.
    """

    act: ClassVar[str]
    title: ClassVar[str | Promise]
    explain: ClassVar[str | Promise] = ""
    button: ClassVar[str | Promise] = _("Send")
    done: ClassVar[str | Promise] = _("Written down.")
    # The name in the settings' LIMITS under which sending this form counts one more.
    limit: ClassVar[str] = "acts"
    # Fields of the form by the names that the action's refusals use, where these differ.
    fields_of_action: ClassVar[dict[str, str]] = {}

    # What the person is asked before it is done, and the value of the button that says yes.
    question: str = ""
    asked_about: str = ""

    assent = WordsField(widget=forms.HiddenInput, required=False, max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    entry = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, context: Any, **kwargs: Any) -> None:
        """`context` is the thing as it was shown to the person who acts."""
        self.context = context
        super().__init__(*args, **kwargs)
        self.prepare()

    @classmethod
    def initial_of(cls, asked: Mapping[str, str]) -> dict[str, Any]:
        """Values that the URL has chosen already."""
        return {}

    def prepare(self) -> None:
        """Fill choices and suggestions from the thing."""

    def drawn_afresh(self, context: Any) -> dict[str, str]:
        """Values of hidden inputs for a page that shows `context`, whatever was sent in them.

        Used if a form came too late and is shown again with what was typed.
        """
        return {}

    def perform(self) -> Any:
        """Carry it out; may raise Refused."""
        raise NotImplementedError

    def shows(self, *, version: int, entry: int) -> None:
        """Remember in hidden inputs which version and entry the page shows."""
        self.fields["version"].initial = version
        self.fields["entry"].initial = entry

    def sent_again(self, *, version: int, entry: int) -> dict[str, Any]:
        """The data that was sent, as if from a page that shows the given version and entry."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data["version"], data["entry"] = str(version), str(entry)
        return data  # type: ignore[no-any-return]

    def refuse(self, refused: Refused) -> None:
        """Show the refusal at the field it is about, otherwise above the form."""
        if isinstance(refused, AsksFirst):
            self.question, self.asked_about = str(refused.message), refused.about
            return
        if isinstance(refused, NotNow):
            self.not_now = refused
        self.say_at(self.fields_of_action.get(refused.field, refused.field), str(refused.message))

    @classmethod
    def typed_in(cls: type[Self], data: Mapping[str, str]) -> list[Typed]:
        """What the person typed in each field, valid or not."""
        return typed_into(cls.base_fields, data)

    @property
    def assented(self) -> str:
        """What the person was asked about and has said yes to."""
        assent: str = self.cleaned_data.get("assent", "")
        return assent

    @property
    def seen(self) -> int | None:
        version: int | None = self.cleaned_data.get("version")
        return version

    @property
    def seen_entry(self) -> int | None:
        entry: int | None = self.cleaned_data.get("entry")
        return entry

    @property
    def told(self) -> str:
        """What the person is told once the act is done."""
        return str(self.done)

    @property
    def is_drawn_again(self) -> bool:
        """True if it was sent only to be drawn again with something more in it."""
        return False

    @property
    def explained(self) -> str:
        """What the act is for, and what follows from it."""
        return str(self.explain)
