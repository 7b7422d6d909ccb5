"""No record names a matter: it may cease to be public after the record is sealed."""

import ast
from collections.abc import Iterator

from tools.checks.tracked import ROOT

WRITERS = {"record", "NewEntry"}
# Its own stream is named by an id; a body's code and a person's pseudonym are no matters.
NAMES_A_MATTER = {"reference", "spoken", "public_title", "public_text"}
# Its own number in its own stream, which is public as long as the matter is: `verify_ledger` reads
# there whose stream it is.
OF_ITSELF = {"issues/actions/raise_issue.py"}


def named(tree: ast.AST) -> Iterator[int]:
    """Lines at which an entry is given something of a matter as a parameter."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        called = node.func.id if isinstance(node.func, ast.Name) else called
        if called not in WRITERS:
            continue
        # Words go into `texts`, which can be erased; of them the record holds digests.
        given = [*node.args, *(word.value for word in node.keywords if word.arg != "texts")]
        for inner in (deep for one in given for deep in ast.walk(one)):
            if isinstance(inner, ast.Attribute) and inner.attr in NAMES_A_MATTER:
                yield inner.lineno


def test_no_entry_of_a_record_names_a_matter() -> None:
    found = []
    for app in ("issues", "council"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if path.relative_to(ROOT).as_posix() in OF_ITSELF:
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [f"{path.relative_to(ROOT)}:{line}" for line in named(tree)]
    assert found == []


def test_it_finds_one() -> None:
    assert list(named(ast.parse('case.record("merged", {"into": into.reference})'))) == [1]
    assert not list(named(ast.parse('case.record("x", {"a": 1}, texts={"t": i.public_text})')))
