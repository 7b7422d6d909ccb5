"""What minutes are made of, and how they are written down to be signed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import UUID

from ledger.canonical import canonical

# The ends of the keys of sections that are written in words.
WORDED: Final = frozenset({"addendum", "decided", "minority", "remarks", "said"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """`head` names the columns; every row is as long as it."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`facts` and `tables` are counted and stay; `words`, a line a paragraph, can be corrected.

    `level` 1 stands for itself, 2 belongs to the one before it. `commands` are the numbers in the
    log of the sitting from which it was drafted. People stand in all texts as marks
    (`council.minutes.names`).
    """

    key: str
    title: str
    level: int = 1
    facts: Sequence[Fact] = ()
    tables: Sequence[Table] = ()
    words: str = ""
    commands: Sequence[int] = ()

    @property
    def takes_words(self) -> bool:
        """What people said and meant; of what was counted the remarks tell what is wrong."""
        return bool(self.words) or self.key.rsplit(":", 1)[-1] in WORDED

    @property
    def is_empty(self) -> bool:
        return not (self.facts or self.tables or self.words)


def as_data(sections: Sequence[Section]) -> list[dict[str, Any]]:
    return [asdict(section) for section in sections]


def from_data(data: Sequence[Mapping[str, Any]]) -> list[Section]:
    return [
        Section(
            key=given["key"],
            title=given["title"],
            level=given["level"],
            facts=[Fact(**fact) for fact in given["facts"]],
            tables=[Table(**table) for table in given["tables"]],
            words=given["words"],
            commands=given["commands"],
        )
        for given in data
    ]


def canonical_text(
    sections: Sequence[Section],
    *,
    sitting: UUID,
    number: int,
    corrects: int | None,
    names: Mapping[int, str],
) -> bytes:
    """What is signed (RFC 8785). `names` holds a salted digest of each name, never the name: it
    can be erased, and the signature still fits.
    """
    return canonical(
        {
            "corrects": corrects,
            "format": "pavilion minutes 1",
            "names": {str(mark): digest for mark, digest in names.items()},
            "number": number,
            "sections": as_data(sections),
            "sitting": str(sitting),
        }
    )


def digest_of(text: bytes) -> str:
    """SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text).hexdigest()
