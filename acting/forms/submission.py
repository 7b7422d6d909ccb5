"""The hidden key by which a form's second sending is recognised."""

from collections.abc import Mapping
from copy import copy
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from acting.refusals import NotNow

LOST = _("This page was incomplete. Look through what stands below, then press send once more.")


def sent_key(data: Mapping[str, str]) -> UUID:
    """The key sent with a form that isn't a SubmissionMixin; a fresh one if there is none."""
    try:
        return UUID(data.get("submission", ""))
    except ValueError:
        return uuid4()


class SubmissionMixin(forms.Form):
    """Adds `submission`. What is wrong with a hidden field is said above the form.

    Nobody can mend what they don't see: it is drawn again as a new page would have it.
    """

    # Set where nothing but time stands in its way.
    not_now: NotNow | None = None

    submission = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={"required": LOST, "invalid": LOST},
    )

    def full_clean(self) -> None:
        super().full_clean()
        damaged = [name for name in self.errors if self._is_unseen(name)]
        if self.is_bound and damaged:
            self._mend(damaged)
            self.add_error(NON_FIELD_ERRORS, LOST)

    def _mend(self, names: list[str]) -> None:
        # A form that arrives cannot be written to; a draft is a plain dictionary.
        data: Any = copy(self.data)
        for name in names:
            del self.errors[name]
            whole = self.get_initial_for_field(self.fields[name], name)
            data[self.add_prefix(name)] = "" if whole is None else str(whole)
        self.data = data

    def _is_unseen(self, name: str) -> bool:
        return name in self.fields and self.fields[name].widget.is_hidden

    def say_at(self, name: str, sentence: str) -> None:
        """Show `sentence` at the field it is about, above the form where nobody would see it."""
        seen = name in self.fields and not self._is_unseen(name)
        self.add_error(name if seen else None, sentence)

    @property
    def submission_key(self) -> UUID:
        """The key that the form was sent with; only for a valid form."""
        key: UUID = self.cleaned_data["submission"]
        return key
