"""The hidden key by which a form's second sending is recognised."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

LOST = _("This page was incomplete. Look through what stands below, then press send once more.")


def sent_key(data: Mapping[str, str]) -> UUID:
    """The key sent with a form that isn't a SubmissionMixin; a fresh one if there is none."""
    try:
        return UUID(data.get("submission", ""))
    except ValueError:
        return uuid4()


class SubmissionMixin(forms.Form):
    """Adds `submission`; its error is shown above the form, since the field is hidden."""

    submission = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid4,
        error_messages={"required": LOST, "invalid": LOST},
    )

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and "submission" in self.errors:
            self.errors.pop("submission")
            self.add_error(NON_FIELD_ERRORS, LOST)

    @property
    def submission_key(self) -> UUID:
        """The key that the form was sent with; only for a valid form."""
        key: UUID = self.cleaned_data["submission"]
        return key
