"""The beginning of what was said, as a message may carry it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from accounts.words import shortened, shows_nothing
from issues.masking import mask
from notifications.notices import SAID

# Characters. The rest stands on the page behind the link.
LONGEST: Final = 60


def excerpt(said: str, names: Iterable[str] = ()) -> str:
    """In one line, without numbers, doors and `names`, cut between whole characters.

    A message is read on a locked screen and passes through other hands.
    """
    return shortened(mask(" ".join(said.split()), names=names).text, LONGEST)


def quoted(said: str, names: Iterable[str] = ()) -> dict[str, str]:
    """The parameter of a notice that quotes it; none if there is nothing to read in it."""
    return {} if shows_nothing(said) else {SAID: excerpt(said, names)}
