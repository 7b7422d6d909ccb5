"""Base of the forms with which commands are sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext

from accounts.models import User
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting
from council.refusals import INCOMPLETE

# Milliseconds since 1970 of the year 2200; a clock beyond it is broken.
LATEST = 7_258_118_400_000
BROKEN = {"required": INCOMPLETE, "invalid": INCOMPLETE}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a command to which sitting, from which device."""

    meeting: Meeting
    actor: User
    now: datetime
    device: str


class DeviceNumber(forms.IntegerField):
    """What a device says of itself; a broken one counts as silent and stops nobody."""

    def clean(self, value: Any) -> int | None:
        try:
            told: int | None = super().clean(value)
        except forms.ValidationError:
            return None
        return told


class CommandForm(forms.Form):
    """`command` is the id that the device made; `happened` its own time in milliseconds."""

    act: ClassVar[TableAct]

    command = forms.UUIDField(widget=forms.HiddenInput, error_messages=BROKEN)
    happened = DeviceNumber(required=False, min_value=0, max_value=LATEST)
    lamport = DeviceNumber(required=False, min_value=0, max_value=2**53)

    def clean_happened(self) -> datetime | None:
        told = self.cleaned_data["happened"]
        return None if told is None else datetime.fromtimestamp(told / 1000, UTC)

    def send(self, sender: Sender) -> None:
        """Raises Refused, or AlreadyDone where it was applied before."""
        sent = Sent(
            uid=self.cleaned_data["command"],
            device=sender.device,
            lamport=self.cleaned_data["lamport"] or 0,
            happened_at=self.cleaned_data["happened"],
        )
        said = {"actor": sender.actor, "now": sender.now, "sent": sent}
        self.perform(sender.meeting, said)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        raise NotImplementedError

    @property
    def given(self) -> dict[str, Any]:
        """What the action is told beside who sends it, without what was left empty."""
        base = {"command", "happened", "lamport"}
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in base and value not in {None, ""}
        }


def first_error(form: forms.Form) -> str:
    """With the name of its field, where people see that; "" where there is none."""
    for name, errors in form.errors.items():
        field = form.fields.get(name)
        label = field.label if field and field.label and not field.widget.is_hidden else ""
        said = {"label": label, "sentence": errors[0]}
        return gettext("{label}: {sentence}").format(**said) if label else str(errors[0])
    return ""


def uid_field(**kwargs: Any) -> forms.UUIDField:
    return forms.UUIDField(widget=forms.HiddenInput, error_messages=BROKEN, **kwargs)
