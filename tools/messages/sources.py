"""Find the strings to translate in Python files and templates."""

import io
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.extract import extract
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent.parent

# In Babel's notation: the argument with the text, that with the plural, and `c` for context.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
OUTSIDE = {"tests", "tools", "bench", "migrations", "var", "node_modules", "static", "staticfiles"}

Key = tuple[str | None, str]
Plural = str | None


def files(root: Path = ROOT) -> Iterator[Path]:
    """Python files of the apps, and all templates, in a stable order."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if OUTSIDE.intersection(parts) or any(part.startswith(".") for part in parts):
            continue
        if path.suffix == ".py" or ("templates" in parts and path.suffix in {".html", ".txt"}):
            yield path


def as_python(path: Path) -> str:
    """The file as Python source. Of a template only the calls of gettext are left.

    Brackets around it keep the tokenizer from reading indentation as Python's.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return text
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    from django.utils.translation.template import templatize

    return f"({templatize(text, origin=str(path))}\n)"


def strings(path: Path) -> Iterator[tuple[Key, Plural]]:
    """Each string of one file to be translated, with its context and plural."""
    source = io.BytesIO(as_python(path).encode())
    for _line, message, _comments, context in extract(
        "python", source, KEYWORDS, options={"encoding": "utf-8"}
    ):
        singular, plural = message[:2] if isinstance(message, tuple) else (message, None)
        if singular:
            yield (context, singular), plural


def all_strings(root: Path = ROOT) -> dict[Key, Plural]:
    """All strings of the product. If one place has a plural, all places use it."""
    found: dict[Key, Plural] = {}
    for path in files(root):
        for key, plural in strings(path):
            found[key] = found.get(key) or plural
    return found
