"""The chip that says what the class means. The bare word “small” would be an insult."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.span_words import span_words
from clocks.spans import Span
from issues.enums.matter import MatterClass
from issues.models import Issue

Chip = dict[str, Any]

PHRASES: Mapping[str, str | Promise] = {
    MatterClass.SMALL: gettext_lazy("Small: settled on the spot"),
    MatterClass.URGENT: gettext_lazy("Urgent: made safe at once"),
    MatterClass.HARD: gettext_lazy("Hard: talked over until it is solved"),
    MatterClass.MAJOR: gettext_lazy("Major: the council decides"),
}
RULES: Mapping[str, str | Promise] = {
    MatterClass.SMALL: gettext_lazy(
        "It can be settled on the spot, with a note of what was agreed."
    ),
    MatterClass.URGENT: gettext_lazy(
        "It is made safe first, day and night; the community and the street are told at once. "
        "There is a talk within 24 hours, before or after."
    ),
    MatterClass.HARD: gettext_lazy(
        "Somebody looks into it on the spot and it is talked over at least twice before it goes "
        "to a department. The clock may send it there earlier."
    ),
    MatterClass.MAJOR: gettext_lazy(
        "The community talks it over. It is carried out only once the council has agreed on it "
        "at a proper sitting."
    ),
}


def phrase_of(matter_class: str) -> str:
    """What people call the class, or that the class is not set yet."""
    return str(PHRASES.get(matter_class) or _("Its kind is being looked at"))


def chip_of(matter_class: str, span: Span | None = None) -> Chip:
    """For `components/chip.html`; `span` is the time for the result, if known."""
    phrase = phrase_of(matter_class)
    if span is not None:
        phrase = _("{phrase} · result within {span}").format(phrase=phrase, span=span_words(span))
    rule = RULES.get(matter_class)
    return {
        "code": matter_class or "open",
        "phrase": phrase,
        "rule": "" if rule is None else str(rule),
    }


def chip_shown(issue: Issue, span: Span | None = None) -> Chip | None:
    """The chip; None if the issue ended before anybody set its class."""
    return chip_of(issue.matter_class, span) if issue.matter_class or issue.is_open else None
