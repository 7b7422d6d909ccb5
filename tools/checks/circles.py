"""No two modules of the product know each other, directly or through others.

What is imported inside a function or for types only counts too: it is a circle all the same, and
one that nobody sees until the line runs.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tools.checks.tracked import APPS, texts


def problems() -> Iterator[str]:
    """One circle, if there is any; the next is named when that one is gone."""
    yield from problems_of(
        {path: text for path, text in texts() if path.suffix == ".py" and path.parts[0] in APPS}
    )


def problems_of(sources: Mapping[Path, str]) -> Iterator[str]:
    named = {name_of(path): ast.parse(text) for path, text in sources.items()}
    known = {name: imported(tree, named) - {name} for name, tree in named.items()}
    try:
        TopologicalSorter(known).prepare()
    except CycleError as circle:
        # As graphlib tells it, each is imported by the one after it.
        yield "a circle of imports: " + " → ".join(reversed(circle.args[1]))


def name_of(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST, known: Collection[str]) -> set[str]:
    """Those of `known` that are imported anywhere in it; the house has no relative imports."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            # A module of a package, or a name that a module has.
            below = (f"{node.module}.{alias.name}" for alias in node.names)
            found.update(name if name in known else node.module for name in below)
    return {name for name in found if name in known}
