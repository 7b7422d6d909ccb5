"""Measure three times, to show how far a figure can be trusted."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

TIMES = 3
SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Spread:
    """Minimum, median and maximum of the repetitions."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, figures: list[float]) -> Spread:
        return cls(min(figures), median(figures), max(figures))

    def milliseconds(self) -> str:
        return " / ".join(f"{figure * 1000:.1f}" for figure in (self.least, self.middle, self.most))

    def a_second(self, of: int = 1) -> str:
        """How many a second, the slowest repetition first."""
        return " / ".join(f"{of / figure:,.0f}" for figure in (self.most, self.middle, self.least))


def repeated(work: Callable[[], object], *, seconds: float = SECONDS) -> Spread:
    """Seconds that `work` takes; a repetition runs for `seconds` and counts the mean."""
    work()
    return Spread.of([mean(work, seconds) for _ in range(TIMES)])


def mean(work: Callable[[], object], seconds: float) -> float:
    count, began = 0, time.perf_counter()
    while True:
        work()
        count += 1
        spent = time.perf_counter() - began
        if spent >= seconds:
            return spent / count


def once_each(work: Callable[[], object]) -> Spread:
    """The same for work that takes long; a repetition is one run."""
    return Spread.of([mean(work, 0) for _ in range(TIMES)])
