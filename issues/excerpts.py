"""The beginning of what was said, as a message may carry it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from accounts.words import shortened
from issues.masking import mask

# Characters. The rest stands on the page behind the link.
LONGEST: Final = 60


def excerpt(said: str, names: Iterable[str] = ()) -> str:
    """In one line, without numbers, doors and `names`, cut between whole characters.

    A message is read on a locked screen and passes through other hands.
    """
    return shortened(mask(" ".join(said.split()), names=names).text, LONGEST)
