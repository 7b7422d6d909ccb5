"""How long before it a sitting is called, by what is on its agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Working days by class of matter: 急事快商量 needs none, 大事必商量 needs the longest.
DEFAULT_NOTICE: Mapping[str, int] = {"small": 1, "urgent": 0, "hard": 3, "major": 5}
# What is put on by hand, or has no class yet, is called like a small matter.
WITHOUT_CLASS = "small"
LONGEST_NOTICE = 30


def notice_class(classes: Iterable[str], spans: Mapping[str, int]) -> str:
    """The class on the agenda that needs the longest notice; of several the first."""
    known = [one or WITHOUT_CLASS for one in classes]
    return max(known, key=lambda one: spans[one], default=WITHOUT_CLASS)
