"""What minutes are made of, and how they are written down to be signed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
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
class SectionTable:
    """`head` names the columns; every row is as long as it."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`facts` and `tables` are counted and stay; `words`, a line a paragraph, can be corrected.

    `level` 1 stands for itself, 2 belongs to the one before it. `commands` are the numbers in the
    log of the sitting from which it was drafted. People stand in all texts as marks
    (`council.minutes.names`). `salt` is of this version alone, 32 bytes in hexadecimal.
    """

    key: str
    title: str
    level: int = 1
    facts: Sequence[Fact] = ()
    tables: Sequence[SectionTable] = ()
    words: str = ""
    commands: Sequence[int] = ()
    salt: str = ""

    @property
    def takes_words(self) -> bool:
        """What people said and meant; of what was counted the remarks tell what is wrong."""
        return bool(self.words) or self.key.rsplit(":", 1)[-1] in WORDED

    @property
    def is_empty(self) -> bool:
        return not (self.facts or self.tables or self.words)

    def reworded(self, say: Callable[[str], str]) -> Section:
        """As readers are shown it: each text that people read, said otherwise."""
        return replace(
            self,
            title=say(self.title),
            facts=[Fact(fact.label, say(fact.value)) for fact in self.facts],
            tables=[
                SectionTable(
                    say(table.caption),
                    table.head,
                    [[say(cell) for cell in row] for row in table.rows],
                )
                for table in self.tables
            ],
            words=say(self.words),
        )


def as_data(sections: Sequence[Section]) -> list[dict[str, Any]]:
    return [asdict(section) for section in sections]


def from_data(data: Sequence[Mapping[str, Any]]) -> list[Section]:
    return [
        Section(
            key=given["key"],
            title=given["title"],
            level=given["level"],
            facts=[Fact(**fact) for fact in given["facts"]],
            tables=[SectionTable(**table) for table in given["tables"]],
            words=given["words"],
            commands=given["commands"],
            salt=given.get("salt", ""),
        )
        for given in data
    ]


def commitment_of(section: Section) -> str:
    """What stands for a section in the text that is signed: whoever has neither its salt nor its
    words finds them by no guessing, and whoever has both can check them.
    """
    salt = bytes.fromhex(section.salt)
    return hashlib.sha256(salt + canonical(said_in(section))).hexdigest()


def said_in(section: Section) -> dict[str, Any]:
    """All of it but its salt."""
    return {name: value for name, value in asdict(section).items() if name != "salt"}


def canonical_text(
    sections: Sequence[Section],
    *,
    sitting: UUID,
    number: int,
    corrects: int | None,
    names: Mapping[int, str],
) -> bytes:
    """What is signed (RFC 8785): a salted digest of each section and of each name, never the words.

    So a name can be erased, and what was said of a matter that is not public any more be withheld,
    and the signature still fits. Versions written before sections had salts hold them in full.
    """
    salted = all(section.salt for section in sections)
    return canonical(
        {
            "corrects": corrects,
            "format": f"pavilion minutes {2 if salted else 1}",
            "names": {str(mark): digest for mark, digest in names.items()},
            "number": number,
            "sections": [
                {"key": section.key, "sha256": commitment_of(section)} for section in sections
            ]
            if salted
            else [said_in(section) for section in sections],
            "sitting": str(sitting),
        }
    )


def digest_of(text: bytes) -> str:
    """SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text).hexdigest()
