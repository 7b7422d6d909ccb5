"""Find functions, classes, constants and names that nothing uses (vulture, tuned for Django).

Vulture reads only Python. A name that stands in a template, a setting or a URL is in use, and so
is what a decorator registers. Tests don't count: what only a test calls is dead.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from vulture import Vulture
from vulture.core import Item

from tools.checks.tracked import APPS, ROOT, texts

# Parameters that a framework passes by name, and classes that it finds by name.
GIVEN = {"model_admin", "modeladmin", "extra_context", "initial", "change", "using", "signum"}
LOOKED_UP = {"Meta", "Media", "Command", "Migration"}
# It stands there to be read by whoever makes the catalogue of translations.
NAMED_ONLY = {"SAID_BY_DJANGO"}
KINDS = {"function", "class"}
# Migrations, and settings that Django reads by name.
NOT_OURS_TO_CALL = ["*/migrations/*", "*/settings.py", "*/config/carriers.py"]
SURE = 100
WORD = re.compile(r"\w+")


def problems() -> Iterator[str]:
    reader = Vulture()
    reader.scavenge([str(ROOT / app) for app in APPS], exclude=NOT_OURS_TO_CALL)
    words = words_outside_tests()
    for item in reader.get_unused_code():
        sure = item.confidence == SURE and item.name not in GIVEN
        kept = item.typ in KINDS or is_constant(item)
        dead = kept and item.confidence < SURE and is_dead(item, words)
        if sure or dead:
            name = Path(item.filename).relative_to(ROOT)
            yield f"{name}:{item.first_lineno} nothing uses the {item.typ} {item.name}"


def is_constant(item: Item) -> bool:
    """Of a module: what stands in a class may be a member of a choice that a person makes."""
    if item.typ != "variable" or not item.name.isupper() or item.name in NAMED_ONLY:
        return False
    line: str = Path(item.filename).read_text(encoding="utf-8").splitlines()[item.first_lineno - 1]
    return line.startswith(item.name)


def is_dead(item: Item, words: Counter[str]) -> bool:
    looked_up = item.name in LOOKED_UP or item.name.endswith("Config")
    return not looked_up and words[item.name] < 2 and not is_decorated(item)


def is_decorated(item: Item) -> bool:
    tree = ast.parse(Path(item.filename).read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and node.name == item.name
        and bool(node.decorator_list)
        for node in ast.walk(tree)
    )


def words_outside_tests() -> Counter[str]:
    """How often each word occurs in code, templates and settings; once is its definition."""
    found: Counter[str] = Counter()
    for path, text in texts():
        if path.parts[0] not in {"tests", "docs", "locale"} and path.suffix in {".py", ".html"}:
            found.update(WORD.findall(text))
    return found
