"""What an entry of a council's record says, by its kind, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from council.presentation.kinds.calls import CALLS
from council.presentation.kinds.members import MEMBERS, Sentence
from council.presentation.kinds.minutes import MINUTES
from council.presentation.kinds.pledges import PLEDGES
from council.presentation.kinds.sittings import SITTINGS
from council.presentation.kinds.table import TABLE
from council.presentation.kinds.venues import VENUES

# Kind without "council.": a sentence, or what makes one from the parameters.
KINDS: Mapping[str, Sentence] = {
    **CALLS,
    **MEMBERS,
    **MINUTES,
    **PLEDGES,
    **SITTINGS,
    **TABLE,
    **VENUES,
}


def sentence_of(kind: str, version: int, parameters: Mapping[str, Any]) -> str:
    """A kind that nobody knows, from a newer release, is named as what it is."""
    sentence = KINDS.get(kind.removeprefix("council."))
    if sentence is None or version != 1:
        return _("Something was written down.")
    return sentence(parameters) if callable(sentence) else str(sentence)
