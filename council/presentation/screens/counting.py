"""What is counted of a vote by hands or on paper: a stepper for each choice."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Stepper:
    """`less` and `more` are what its two buttons are called."""

    name: str
    label: str
    less: str
    more: str


def steppers_of(*, on_paper: bool) -> list[Stepper]:
    """A hand can't be spoilt, a paper can."""
    found = [
        Stepper("yes", _("For"), _("One less for it"), _("One more for it")),
        Stepper("no", _("Against"), _("One less against it"), _("One more against it")),
        Stepper("abstain", _("Abstain"), _("One abstention less"), _("One abstention more")),
    ]
    if on_paper:
        found.append(Stepper("invalid", _("Spoilt"), _("One spoilt less"), _("One spoilt more")))
    return found
