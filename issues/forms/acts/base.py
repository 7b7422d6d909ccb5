"""Base of the forms of acts on an issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from acting.forms import act
from grids.standing import Standing
from issues.enums.acts import Act
from issues.facts import Facts
from issues.models import Issue
from issues.presentation.nobody_told import call_them
from issues.queries.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class ActContext:
    """The issue as it was shown to the person who acts."""

    dossier: Dossier
    person: User

    @property
    def issue(self) -> Issue:
        return self.dossier.issue

    @property
    def facts(self) -> Facts:
        return self.dossier.facts

    @property
    def standing(self) -> Standing:
        return self.dossier.standing

    @property
    def now(self) -> datetime:
        return self.dossier.now


class ActForm(act.ActForm):
    """The form of one act on an issue; `perform` answers with the issue.

    `more` names folded fields; `anchor` is the part of the issue's page to go to afterwards.
    `untold` is `done` without what it says of the resident, where none has an account.
    """

    act: ClassVar[Act]
    context: ActContext
    template_name_of_act: ClassVar[str] = "issues/acts/form.html"
    anchor: ClassVar[str] = ""
    untold: ClassVar[str | Promise] = ""
    # What the form explains and its button says then, where that is said of them too.
    explain_untold: ClassVar[str | Promise] = ""
    button_untold: ClassVar[str | Promise] = ""
    more: ClassVar[tuple[str, ...]] = ()
    more_label: ClassVar[str | Promise] = _("More: when, who, where")

    def perform(self) -> Issue:
        raise NotImplementedError

    @property
    def tells_nobody(self) -> bool:
        return self.context.issue.reporter_id is None

    @property
    def explained(self) -> str:
        if self.explain_untold and self.tells_nobody:
            return str(self.explain_untold)
        return super().explained

    @property
    def pressed(self) -> str | Promise:
        """What its button says."""
        return self.button_untold if self.button_untold and self.tells_nobody else self.button

    @property
    def told(self) -> str:
        if self.untold and self.tells_nobody:
            both = {"sentence": self.untold, "more": call_them()}
            return gettext("{sentence} {more}").format(**both)
        return super().told

    @property
    def main_fields(self) -> Iterator[forms.BoundField]:
        return (field for field in self.visible() if field.name not in self.more)

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible() if field.name in self.more]

    @property
    def more_open(self) -> bool:
        """True if a folded field is wrong or filled, so that the fold must be open."""
        return self.is_bound and any(f.errors or f.data for f in self.more_fields)

    def visible(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name != "photos"]
