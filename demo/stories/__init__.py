"""What happened in the invented community over the last two months."""

from __future__ import annotations

from collections.abc import Sequence

from demo.stories import (
    between,
    care,
    clocks,
    danger,
    endings,
    pipes,
    repairs,
    results,
    sittings,
    tidy,
    today,
    ways,
)
from demo.telling.story import Story

# The order counts if two begin at the same moment.
CHAPTERS = (
    results, pipes, repairs, tidy, ways, danger, care, between, clocks, sittings, endings, today
)
# For tests: only what is on the desks today.
SMALL = (today,)


def stories(*, small: bool = False) -> Sequence[Story]:
    return [story for chapter in (SMALL if small else CHAPTERS) for story in chapter.STORIES]
