"""Tables of states and acts: written out by hand, then played with real acts.

A cell says what the act leads to: `=` where it is done and the state stays, `-` where the stage
does not allow it, `x` where it is not theirs to do, `!` where a duty is missing, otherwise the new
state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from django.db import transaction

from acting.refusals import Refused
from issues.queries.chain_soundness import broken_chains
from issues.refusals import NotYours, WrongStage

Subject = TypeVar("Subject")
NOT_NOW, NOT_THEIRS, NOT_YET = "-", "x", "!"
Cells = dict[tuple[str, str], str]


def read(table: str) -> Cells:
    """Cells by row and column. The first line names the columns, the first word of each its row."""
    head, *rows = table.strip().splitlines()
    columns, cells = head.split(), Cells()
    for row in rows:
        name, *values = row.split()
        assert len(values) == len(columns), f"{name} has {len(values)} cells"
        cells |= {(name, column): value for column, value in zip(columns, values, strict=True)}
    return cells


def play(
    states: Mapping[str, Callable[[], Subject]],
    acts: Mapping[str, Callable[[Subject], object]],
    seen: Callable[[Subject], str],
) -> Cells:
    """Every act in every state, each from the same beginning."""
    cells = Cells()
    for state, bring in states.items():
        with rolled_back():
            subject = bring()
            for name, act in acts.items():
                with rolled_back():
                    cells[name, state] = outcome(act, subject, seen)
    return cells


def outcome(
    act: Callable[[Subject], object], subject: Subject, seen: Callable[[Subject], str]
) -> str:
    before = seen(subject)
    try:
        act(subject)
    except WrongStage:
        return NOT_NOW
    except NotYours:
        return NOT_THEIRS
    except Refused:
        return NOT_YET
    assert broken_chains() == []
    after = seen(subject)
    return "=" if after == before else after


@contextmanager
def rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def shown(cells: Cells) -> str:
    """As a table, which is easier to compare than cells."""
    columns = list(dict.fromkeys(column for _, column in cells))
    rows = list(dict.fromkeys(row for row, _ in cells))
    wide = [max(len(name), *(len(cells[row, name]) for row in rows)) for name in columns]
    first = max(len(row) for row in rows)
    lines = [" " * first + "".join(f"  {n:{w}}" for n, w in zip(columns, wide, strict=True))]
    lines += [
        f"{row:{first}}"
        + "".join(f"  {cells[row, n]:{w}}" for n, w in zip(columns, wide, strict=True))
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


def agrees(table: str, played: Cells) -> None:
    """The table as it is written is what came about, cell by cell and none left out."""
    assert shown(played).splitlines() == shown(read(table)).splitlines()
