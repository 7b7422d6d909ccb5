"""What the lone program finds in a record whose heads all agree: its maker had rights and time."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from ledger.canonical import canonical
from ledger.merkle import tree_root
from ledger.standalone import verify as standalone

NAME, PERSON, OTHER = ("a" * 64, "b" * 64, "c" * 64)
ENTRY = {
    "actor": "somebody", "format": 2, "name": NAME, "number": 1, "person": PERSON, "stream": "one",
}  # fmt: skip
Seal = tuple[dict[str, Any], list[dict[str, Any]]]


def made(*seals: Seal, head: str = "", space: bool = False) -> list[dict[str, Any]]:
    """Lines of a record: of each seal what its head says otherwise, and the bodies in it."""
    lines: list[dict[str, Any]] = []
    previous, entries = "0" * 64, 0
    for number, (changes, bodies) in enumerate(seals, 1):
        texts = [canonical(body) + (b" " if space else b"") for body in bodies]
        leaves = sorted((hashlib.sha256(text).digest(), text.decode()) for text in texts)
        entries += len(leaves)
        said = {
            "entries": entries, "format": 2, "leaves": len(leaves), "previous": previous,
            "root": tree_root(digest for digest, _ in leaves).hex(), "seal": number,
        }  # fmt: skip
        text = canonical(said | changes).decode()
        previous = hashlib.sha256(text.encode()).hexdigest()
        lines.append({"seal": text, "head": head or previous})
        lines += [
            {"index": index, "digest": digest.hex(), "body": body}
            for index, (digest, body) in enumerate(leaves)
        ]
    return lines


def entry(**changes: Any) -> dict[str, Any]:
    return ENTRY | changes


def unbound(**changes: Any) -> dict[str, Any]:
    said = ENTRY | {"format": 1} | changes
    return {key: said[key] for key in said.keys() - {"name", "person"}}


def verified(lines: list[dict[str, Any]]) -> standalone.Streams:
    return standalone.verify(lines, [], {}, set())[2]


def test_a_record_made_by_the_rules_fits() -> None:
    nobody = entry(number=3, actor=None, person=None)
    elsewhere = entry(stream="two", name=OTHER, actor="her", person=OTHER)
    first: Seal = ({"format": 1}, [unbound(), entry(number=2)])
    found = verified(made(first, ({}, [nobody, elsewhere])))
    assert (found.entries, found.unbound) == (4, 1)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (made(({"entries": 2}, [entry()])), "count of all entries"),
        (made(({}, [entry()]), ({"entries": 1}, [entry(number=2)])), "count of all entries"),
        (made(({}, [entry()]), head=OTHER), "not the hash of its text"),
        (made(({}, [entry()]), ({"format": 1}, [entry(number=2)])), "an earlier one"),
        (made(({}, [entry(), unbound(number=2)])), "earlier than its seal's"),
        (made(({"format": 1}, [entry(), unbound(number=2)])), "an earlier one than before"),
        (made(({}, [entry(), entry(number=2, name=OTHER)])), "name of its stream is another"),
        (made(({}, [entry(), entry(number=2, person=OTHER)])), "actor is another person"),
        (made(({}, [entry(), entry(stream="two")])), "actor is another person"),
        (made(({}, [entry(name=None)])), "name of its stream"),
        (made(({}, [entry(person=None)])), "does not bind who acted"),
        (made(({}, [entry(actor=None)])), "does not bind who acted"),
        (made(({}, [entry(person="7")])), "does not bind who acted"),
        (made(({}, [entry()]), space=True), "not in the canonical form"),
    ],
)  # fmt: skip
def test_what_no_head_shows_is_found(lines: list[dict[str, Any]], says: str) -> None:
    with pytest.raises(standalone.MisfitError, match=says):
        verified(lines)


def test_a_format_of_later_days_asks_for_a_newer_program() -> None:
    with pytest.raises(ValueError, match="newer program"):
        verified(made(({"format": 3}, [entry()])))


def test_a_kept_list_of_heads_that_was_damaged_is_not_compared_with(tmp_path: Path) -> None:
    kept = tmp_path / "heads.txt"
    kept.write_text(f"{NAME} {json.dumps({'seal': 1})}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="damaged line"):
        standalone.read_heads([str(kept)])
