"""One rule taken away: its place, what replaces it, and which tests must notice."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mutant:
    """`rule` says what is no longer true; `tests` are arguments of pytest.

    `anchor` is a piece of source that occurs exactly once in its file.
    """

    rule: str
    anchor: str
    instead: str
    tests: tuple[str, ...]


# Mutants by the file they change.
Listed = Mapping[str, Sequence[Mutant]]


def problems(listed: Listed, tree: Path) -> Iterator[str]:
    """Entries that no longer fit the source, so that a rule that moved is not forgotten."""
    for path, mutants in listed.items():
        file = tree / path
        if not file.is_file():
            yield f"{path}: there is no such file"
            continue
        text = file.read_text(encoding="utf-8")
        for mutant in mutants:
            found = text.count(mutant.anchor)
            if found != 1:
                yield f"{path}: “{mutant.rule}” finds its anchor {found} times"
            elif not _is_python(text.replace(mutant.anchor, mutant.instead)):
                yield f"{path}: “{mutant.rule}” leaves no Python"
            for test in mutant.tests:
                if not (tree / test.partition("::")[0]).exists():
                    yield f"{path}: “{mutant.rule}” names {test}, which is not there"


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
