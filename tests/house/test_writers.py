"""Only `actions/` writes to the database (docs/architecture.md); here by reading the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.checks.tracked import APPS, ROOT

WRITERS = [app for app in APPS if app != "config"]
# Where no rule about writing holds: what writes, what acts share in order to write (only they may
# know it: .importlinter), what lays the tables.
MAY_WRITE = {"actions", "casework", "migrations"}

# Names that only the ORM has, and names that other things have too: those count when they are
# called on a manager or a queryset.
ALWAYS = {
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "select_for_update",
    "abulk_create",
    "abulk_update",
    "acreate",
    "adelete",
    "asave",
    "aupdate",
}
ON_QUERYSETS = {"create", "update", "delete"}
QUERYSET_WORDS = {"objects", "filter", "exclude", "all", "using", "order_by", "_base_manager"}
# A row's own save() and delete(). A picture's save() names a file; a form's calls an action.
ON_ROWS = {"save", "delete"}
NOT_ROWS = {"super", "form", "formset", "session"}

# File: why it may. Short, and each with its reason.
EXCEPTIONS: dict[str, str] = {
    "accounts/models/user.py": "the manager's own creating methods, called by an action",
}


def files() -> Iterator[Path]:
    for app in WRITERS:
        for path in sorted((ROOT / app).rglob("*.py")):
            if not MAY_WRITE.intersection(path.relative_to(ROOT).parts):
                yield path


def writes(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of every call that writes, or that locks in order to."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name, chain = node.func.attr, words_of(node.func.value)
        on_queryset = name in ON_QUERYSETS and bool(QUERYSET_WORDS.intersection(chain))
        on_row = name in ON_ROWS and not node.args and bool(set(chain) - NOT_ROWS)
        if name in ALWAYS or on_queryset or on_row or writes_by_cursor(node):
            yield node.lineno, ".".join([*chain, name])


def words_of(node: ast.AST) -> list[str]:
    """`Issue.objects.filter(x=1)` gives Issue, objects, filter."""
    match node:
        case ast.Name(id=name):
            return [name]
        case ast.Attribute(value=value, attr=name):
            return [*words_of(value), name]
        case ast.Call(func=called):
            return words_of(called)
        case _:
            return []


def writes_by_cursor(call: ast.Call) -> bool:
    """SQL that begins with a word that writes."""
    if not call.args or not isinstance(call.args[0], ast.Constant):
        return False
    text = call.args[0].value
    words = text.split() if isinstance(text, str) else []
    return bool(words) and words[0] in {"INSERT", "UPDATE", "DELETE", "TRUNCATE", "MERGE"}


def test_only_actions_write() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in files()
        if str(path.relative_to(ROOT)) not in EXCEPTIONS
        for line, name in writes(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "Writes outside actions/:\n" + "\n".join(found)


def test_no_exception_is_left_over() -> None:
    for name in EXCEPTIONS:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        assert list(writes(tree)), f"{name} writes nothing: take it off the list"


@pytest.mark.parametrize(
    "code",
    [
        "Issue.objects.create(a=1)",
        "Issue.objects.filter(a=1).update(b=2)",
        "issue.supporters.all().delete()",
        "Issue.objects.bulk_create(rows)",
        "issue.save(update_fields=['a'])",
        "issue.delete()",
        "Issue.objects.select_for_update().get(pk=1)",
        "cursor.execute('UPDATE issues_issue SET a = 1')",
    ],
)
def test_a_write_is_seen(code: str) -> None:
    assert list(writes(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "digest.update(b'x')",
        "settings.update({'a': 1})",
        "image.save(buffer, 'WEBP')",
        "default_storage.delete(name)",
        "form.save(actor=actor)",
        "Issue.objects.filter(a=1).exists()",
        "cursor.execute('SELECT 1')",
    ],
)
def test_what_only_sounds_like_a_write_is_not_one(code: str) -> None:
    assert not list(writes(ast.parse(code)))
