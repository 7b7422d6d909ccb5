"""Base of the forms of acts on an issue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from acting.forms import act
from grids.standing import Standing
from issues.enums import Act
from issues.facts import Facts
from issues.models import Issue
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
    """The form of one act. `perform` carries it out and may raise Refused.

    `more` names folded fields; `anchor` is the part of the issue's page to go to afterwards.
    """

    act: ClassVar[Act]
    template_name_of_act: ClassVar[str] = "issues/acts/form.html"
    anchor: ClassVar[str] = ""
    more: ClassVar[tuple[str, ...]] = ()
    more_label: ClassVar[str | Promise] = _("More: when, who, where")

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        self.context = context
        super().__init__(*args, **kwargs)
        self.prepare()

    @classmethod
    def initial_of(cls, asked: Mapping[str, str]) -> dict[str, Any]:
        """Values that the URL has chosen already."""
        return {}

    def prepare(self) -> None:
        """Fill choices and suggestions from the issue."""

    def drawn_afresh(self, dossier: Dossier) -> dict[str, str]:
        """Values of hidden inputs for a page that shows `dossier`, whatever was sent in them.

        Used if a form came too late and is shown again with what was typed.
        """
        return {}

    def perform(self) -> Issue:
        raise NotImplementedError

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
