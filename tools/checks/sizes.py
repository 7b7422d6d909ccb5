"""Files must be short, and functions must fit on a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.checks.tracked import ROOT, tracked

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
# Longer allowed: a table of cases, or a walk that is read from top to bottom.
LONGEST_TEST_FILE = 500


def problems() -> Iterator[str]:
    for path in tracked():
        if path.suffix == ".py" and "migrations" not in path.parts:
            yield from problems_of(path.relative_to(ROOT), path.read_text(encoding="utf-8"))


def problems_of(name: Path, text: str) -> Iterator[str]:
    lines, of_tests = text.count("\n"), name.parts[0] == "tests"
    longest = LONGEST_TEST_FILE if of_tests else LONGEST_FILE
    if lines > longest:
        yield f"{name} has {lines} lines, more than {longest}"
    if of_tests:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{name}:{node.lineno} {node.name} has {length} lines"
