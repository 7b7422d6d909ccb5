"""What was asked and answered, and whether the bounds were kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from statistics import quantiles

from bench.hostile_hour.lines import LONGEST, Answer

# Seconds within which 95 of 100 have their answer.
BOUNDS: Mapping[str, float] = {"raise": 2.0, "receive": 2.0, "healthz": 0.5}
HEAD = """\
| asked by neighbours | times | done | median | 95 of 100 | most | bound | later |
|---|--:|--:|--:|--:|--:|--:|--:|"""


@dataclass
class Waits:
    """Of one thing asked. What was refused, or not answered, counts as if waited for longest."""

    done: int = 0
    seconds: list[float] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)

    def note(self, answer: Answer, *, good: int) -> bool:
        self.answers[answer.status] += 1
        is_done = answer.status == good
        self.done += is_done
        self.seconds.append(answer.seconds if is_done else LONGEST)
        return is_done

    def hundredth(self, number: int) -> float:
        """So many of a hundred waited no longer; the longest wait where nobody was counted."""
        if len(self.seconds) < 2:
            return max(self.seconds, default=LONGEST)
        return quantiles(self.seconds, n=100, method="inclusive")[number - 1]


class Tally:
    def __init__(self) -> None:
        self.waits: defaultdict[str, Waits] = defaultdict(Waits)

    def rows(self) -> Iterator[str]:
        yield HEAD
        for name, of in self.waits.items():
            figures = (of.hundredth(50), of.hundredth(95), max(of.seconds, default=LONGEST))
            told = " | ".join(f"{figure * 1000:,.0f} ms" for figure in figures)
            bound = (
                f"{BOUNDS[name] * 1000:,.0f} ms | {self.later(name)}" if name in BOUNDS else "– | –"
            )
            yield f"| {name} | {len(of.seconds):,} | {of.done:,} | {told} | {bound} |"

    def later(self, name: str) -> int:
        """How many waited for longer than the bound."""
        return sum(took > BOUNDS[name] for took in self.waits[name].seconds)

    def others(self) -> Iterator[str]:
        """Which answers those had who did not get what they asked for."""
        for name, of in self.waits.items():
            if of.done < len(of.seconds):
                yield f"\n{name}, all answers: {by_status(of.answers)}."

    def missed(self) -> list[str]:
        """What took longer than it may, in words."""
        took = {name: self.waits[name].hundredth(95) for name in BOUNDS}
        return [
            f"{name}: {took[name]:.2f} s instead of {most:.2f} s"
            for name, most in BOUNDS.items()
            if took[name] > most
        ]


def by_status(answers: Mapping[int, int]) -> str:
    return ", ".join(f"{count:,} × {named(status)}" for status, count in sorted(answers.items()))


def named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return "no answer" if not status else str(status)
