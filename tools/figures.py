"""The figures of the house: how long files and functions are, circles, and what has a test."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles

from tools.checks import circles
from tools.checks.sizes import LONGEST_FUNCTION
from tools.checks.tracked import APPS, ROOT, texts

COMPLEXITY = re.compile(r"\((\d+) > 0\)")


def main() -> None:
    python = {path: text for path, text in texts() if path.suffix == ".py"}
    product = {path: text for path, text in python.items() if is_product(path)}
    tests = {path for path in python if path.parts[0] == "tests"}
    files = [text.count("\n") for text in product.values()]
    functions = [length for text in product.values() for length in lengths_of_functions(text)]
    modules = [path for path, text in product.items() if defines_something(path, text)]
    by_place = sum(has_test_at_its_place(path, tests) for path in modules)
    by_name = sum(has_test_of_its_name(path, tests) for path in modules)
    print(f"files of the product: {len(files)}, lines {sum(files)}")
    print(f"lines of a file: {spread(files)}")
    print(f"lines of a function: {spread(functions)}")
    print(f"functions over {LONGEST_FUNCTION}: {sum(n > LONGEST_FUNCTION for n in functions)}")
    print(f"highest complexity: {highest_complexity()}")
    print(f"circles of imports: {len(list(circles.problems()))}")
    print(f"modules with a test at their place: {share(by_place, modules)}")
    print(f"modules with a test of their name: {share(by_name, modules)}")


def is_product(path: Path) -> bool:
    return path.parts[0] in APPS and "migrations" not in path.parts


def defines_something(path: Path, text: str) -> bool:
    return path.name != "__init__.py" and any(
        isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.parse(text).body
    )


def has_test_at_its_place(path: Path, tests: set[Path]) -> bool:
    return Path("tests", path.parent, f"test_{path.name}") in tests


def has_test_of_its_name(path: Path, tests: set[Path]) -> bool:
    """Anywhere among the tests of its app, of it alone or of a part of what it does."""
    return any(
        test.parts[1] == path.parts[0]
        and re.fullmatch(rf"test_{re.escape(path.stem)}(_\w+)?", test.stem) is not None
        for test in tests
    )


def lengths_of_functions(text: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def highest_complexity() -> int:
    """Ruff says it of every function that is above none."""
    asked = ["check", "--select", "C901", "--config", "lint.mccabe.max-complexity=0", *APPS]
    said = subprocess.run(
        [ROOT / ".venv/bin/ruff", *asked], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    return max(int(found) for found in COMPLEXITY.findall(said))


def spread(lengths: Iterable[int]) -> str:
    ordered = sorted(lengths)
    ninety_fifth = quantiles(ordered, n=20)[-1]
    return f"median {median(ordered):.0f}, 95 of 100 at most {ninety_fifth:.0f}, most {ordered[-1]}"


def share(part: int, of: list[Path]) -> str:
    return f"{part} of {len(of)}, {part / len(of):.0%}"


if __name__ == "__main__":
    main()
