"""Read the stored record page by page, even where somebody has broken foreign keys by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from ledger.checks import Person, SideText, StoredEntry, StoredSeal
from ledger.models import Seal

PAGE = 2000
COLUMNS = """
entry.id, stream.name, stream.public_id, stream.salt, entry.number, entry.kind,
entry.kind_version, entry.happened_at, entry.recorded_at, entry.actor,
person.user_id, person.salt, person.stream_id = entry.stream_id,
entry.format, entry.body, entry.digest
"""
BESIDE = """
LEFT JOIN ledger_stream stream ON stream.id = entry.stream_id
LEFT JOIN ledger_pseudonym person ON person.id = entry.actor
"""
LEAVES = f"""
SELECT leaf.seal_id, leaf.index, leaf.digest, {COLUMNS}
FROM ledger_sealleaf leaf
LEFT JOIN ledger_entry entry ON entry.id = leaf.entry_id
{BESIDE}WHERE (leaf.seal_id, leaf.index) > (%s, %s)
ORDER BY leaf.seal_id, leaf.index LIMIT {PAGE}
"""  # noqa: S608 - constants only
UNSEALED = f"""
SELECT unsealed.entry_id, {COLUMNS}
FROM ledger_unsealed unsealed
LEFT JOIN ledger_entry entry ON entry.id = unsealed.entry_id
{BESIDE}WHERE unsealed.entry_id > %s
ORDER BY unsealed.entry_id LIMIT {PAGE}
"""  # noqa: S608 - constants only

TEXTS = "SELECT entry_id, name, salt, text FROM ledger_text WHERE entry_id = ANY(%s)"

NOT_BOUND = """
SELECT count(*) FILTER (WHERE entry.format = 1),
    count(*) FILTER (WHERE entry.actor IS NOT NULL AND person.id IS NULL)
FROM ledger_entry entry LEFT JOIN ledger_pseudonym person ON person.id = entry.actor
"""


@dataclass(frozen=True, slots=True)
class StoredLeaf:
    """A leaf with its entry and the texts still kept; `entry` is None where it was deleted."""

    seal: int
    index: int
    digest: bytes
    entry: StoredEntry | None
    texts: list[SideText]


@dataclass(frozen=True, slots=True)
class UnsealedEntry:
    entry_id: int
    entry: StoredEntry | None
    texts: list[SideText]


def seals() -> Iterator[StoredSeal]:
    after = 0
    while page := list(Seal.objects.filter(number__gt=after).order_by("number")[:PAGE]):
        for seal in page:
            yield StoredSeal(
                seal.number,
                seal.leaves,
                seal.entries,
                bytes(seal.root),
                bytes(seal.previous),
                seal.sealed_at,
                bytes(seal.body),
                bytes(seal.head),
            )
        after = page[-1].number


def leaves() -> Iterator[StoredLeaf]:
    position = (0, -1)
    while rows := select(LEAVES, list(position)):
        texts = side_texts([row[3] for row in rows if row[3] is not None])
        for seal, index, digest, *columns in rows:
            yield StoredLeaf(seal, index, bytes(digest), stored_entry(columns), texts[columns[0]])
        position = rows[-1][0], rows[-1][1]


def waiting() -> Iterator[UnsealedEntry]:
    after = 0
    while rows := select(UNSEALED, [after]):
        texts = side_texts([row[1] for row in rows if row[1] is not None])
        for entry_id, *columns in rows:
            yield UnsealedEntry(entry_id, stored_entry(columns), texts[columns[0]])
        after = rows[-1][0]


def not_bound() -> tuple[int, int]:
    """How many entries are of the first format, and of how many the person was erased."""
    ((unbound, erased),) = select(NOT_BOUND, [])
    return unbound, erased


def select(statement: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def stored_entry(columns: list[Any]) -> StoredEntry | None:
    if columns[0] is None or columns[1] is None:
        return None
    *first, user_id, salt, at_home, written_in, body, digest = columns
    first[3] = bytes(first[3])
    person = None if user_id is None else Person(user_id, bytes(salt), at_home)
    said: tuple[Any, ...] = (*first, person, written_in, bytes(body), bytes(digest))
    return StoredEntry(*said)


def side_texts(entry_ids: list[int]) -> defaultdict[int, list[SideText]]:
    texts: defaultdict[int, list[SideText]] = defaultdict(list)
    for entry_id, name, salt, text in select(TEXTS, [entry_ids]):
        texts[entry_id].append(SideText(name, bytes(salt), text))
    return texts
