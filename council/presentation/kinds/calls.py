"""Sentences about calls for ideas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.dates import date_words
from clocks.reading_moment import PAPER
from council.presentation.kinds.members import Sentence


def _opened(parameters: Mapping[str, Any]) -> str:
    first, last = (
        date_words(date.fromisoformat(str(parameters[name])), PAPER) for name in ("from", "to")
    )
    return _("The council asked for ideas, {first} to {last}.").format(first=first, last=last)


CALLS: Mapping[str, Sentence] = {
    "call_opened": _opened,
    "call_closed": gettext_lazy("A call for ideas was closed early."),
    "idea_chosen": gettext_lazy("The council took up an idea."),
    "idea_reason": gettext_lazy("Why an idea was taken up was put in other words."),
}
