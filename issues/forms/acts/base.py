"""What every form of a worker's act has in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from acting.forms.submission import SubmissionMixin
from acting.refusals import Refused
from grids.standing import Standing
from issues.enums import Act
from issues.facts import Facts
from issues.models import Assignment, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The issue as the person who acts has it before them."""

    issue: Issue
    facts: Facts
    turns: tuple[Assignment, ...]
    standing: Standing
    person: User
    now: datetime


class ActForm(SubmissionMixin):
    """One act. `perform` does it and may raise Refused, whose `field` is one of the form's.

    `version` and `drawn` say which state of the issue the page showed. `more` names the fields
    that are folded away.
    """

    act: ClassVar[Act]
    title: ClassVar[str | Promise]
    explain: ClassVar[str | Promise] = ""
    button: ClassVar[str | Promise] = _("Send")
    done: ClassVar[str | Promise] = _("Written down.")
    template_name_of_act: ClassVar[str] = "issues/acts/form.html"
    more: ClassVar[tuple[str, ...]] = ()
    more_label: ClassVar[str | Promise] = _("More: when, who, where")
    # Where a field of the form is called otherwise than what the action refuses.
    fields_of_action: ClassVar[dict[str, str]] = {}

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    drawn = forms.DateTimeField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, desk: Desk, **kwargs: Any) -> None:
        self.desk = desk
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = desk.issue.version
        self.fields["drawn"].initial = desk.now.isoformat()
        self.prepare()

    def prepare(self) -> None:
        """Fill choices and suggestions from the issue."""

    def perform(self) -> Issue:
        raise NotImplementedError

    def refuse(self, refused: Refused) -> None:
        """Stand the sentence at the field it is about, else above the form."""
        name = self.fields_of_action.get(refused.field, refused.field)
        self.add_error(name if name in self.fields else None, str(refused.message))

    @property
    def seen(self) -> int | None:
        version: int | None = self.cleaned_data.get("version")
        return version

    @property
    def told(self) -> str:
        """What the person is told once it is done."""
        return str(self.done)

    @property
    def explained(self) -> str:
        """What the act is for, and what follows from it."""
        return str(self.explain)

    @property
    def main_fields(self) -> Iterator[forms.BoundField]:
        return (field for field in self.visible() if field.name not in self.more)

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible() if field.name in self.more]

    @property
    def more_open(self) -> bool:
        """Open what is folded where something in it is wrong or was typed."""
        return self.is_bound and any(f.errors or f.data for f in self.more_fields)

    def visible(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name != "photos"]
