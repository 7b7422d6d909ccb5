"""Recompute the whole record from its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from acting.queries.snapshot import snapshot
from ledger.bodies import NO_HEAD
from ledger.checks import MisfitError, StoredEntry, StoredSeal, check_entry, check_head
from ledger.merkle import TreeRoot
from ledger.queries import gaps, stored
from ledger.queries.stored import StoredLeaf
from ledger.subjects import check_subjects


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was verified: seals, the entries in them, and entries waiting for a seal.

    Of all entries `unbound` are of the first format, and of `erased` nobody knows who acted.
    """

    seals: int
    entries: int
    waiting: int
    unbound: int
    erased: int
    newest_head: bytes


def verify(*, held_head: str = "") -> Verified:
    """Verify all seals, leaves, entries, texts and streams; memory holds one page.

    `held_head` is a head that somebody kept outside, or at least its first 16 hexadecimal digits.
    Raises MisfitError for the first thing that does not fit, in this order: seals with their
    leaves, waiting entries, streams, and whether what other apps own has its stream.
    """
    with snapshot():
        verified = check_seals(held_head=held_head)
        waiting = check_waiting()
        gaps.check_streams()
        check_subjects()
        unbound, erased = stored.not_bound()
    return replace(verified, waiting=waiting, unbound=unbound, erased=erased)


def check_seals(*, held_head: str) -> Verified:
    """Verify what is sealed, leaf by leaf; what is not asked of leaves is not counted yet."""
    leaves = stored.leaves()
    leaf = next(leaves, None)
    before: StoredSeal | None = None
    held_found = not held_head
    for seal in stored.seals():
        check_head(seal, before=before, no_head=NO_HEAD)
        leaf = check_leaves(seal, leaf, leaves)
        held_found = held_found or seal.head.hex().startswith(held_head)
        before = seal
    entries = before.entries if before else 0
    if leaf is not None:
        raise MisfitError(
            _("leaf %(index)d of seal %(seal)d") % {"index": leaf.index, "seal": leaf.seal},
            _("its seal is missing"),
        )
    if not held_found:
        raise MisfitError(
            _("sealed entry %(position)d") % {"position": entries + 1},
            _("cut off or rewritten from here on: no seal has the head that you hold"),
        )
    return Verified(
        seals=before.number if before else 0,
        entries=entries,
        waiting=0,
        unbound=0,
        erased=0,
        newest_head=before.head if before else b"",
    )


def check_leaves(
    seal: StoredSeal, leaf: StoredLeaf | None, leaves: Iterator[StoredLeaf]
) -> StoredLeaf | None:
    """Check the leaves of `seal`, of which `leaf` is the first; return the first one beyond."""
    tree, digest = TreeRoot(), b""
    while leaf is not None and leaf.seal == seal.number:
        if leaf.index != tree.size:
            break
        entry = check_leaf(leaf)
        if leaf.digest <= digest:
            raise MisfitError(entry.name, _("it is out of order in its seal"))
        if entry.format < seal.format:
            raise MisfitError(entry.name, _("its format is an earlier one than its seal's"))
        tree.add(leaf.digest)
        digest = leaf.digest
        leaf = next(leaves, None)
    place = _("sealed entry %(position)d (leaf %(index)d of seal %(seal)d)") % {
        "position": seal.entries - seal.leaves + tree.size + 1,
        "index": tree.size,
        "seal": seal.number,
    }
    if tree.size < seal.leaves or (leaf is not None and leaf.seal == seal.number):
        if tree.size >= seal.leaves:
            raise MisfitError(place, _("the seal counts fewer entries"))
        gap = gaps.first_gap()
        raise MisfitError(f"{place}, {gap}" if gap else place, _("it is missing"))
    if tree.root() != seal.root:
        raise MisfitError(
            _("seal %(number)d") % {"number": seal.number},
            _("its entries do not lead to its root: one of them was replaced"),
        )
    return leaf


def check_leaf(leaf: StoredLeaf) -> StoredEntry:
    if leaf.entry is None:
        place = _("leaf %(index)d of seal %(seal)d (receipt %(receipt)s)") % {
            "index": leaf.index,
            "seal": leaf.seal,
            "receipt": leaf.digest.hex(),
        }
        gap = gaps.first_gap()
        raise MisfitError(f"{place}, {gap}" if gap else place, _("its entry was deleted"))
    check_entry(leaf.entry, leaf.texts)
    if leaf.entry.digest != leaf.digest:
        raise MisfitError(leaf.entry.name, _("it is not the entry that was sealed here"))
    return leaf.entry


def check_waiting() -> int:
    count = 0
    for waiting in stored.waiting():
        if waiting.entry is None:
            raise MisfitError(
                _("entry %(id)d") % {"id": waiting.entry_id}, _("it was deleted before its seal")
            )
        check_entry(waiting.entry, waiting.texts)
        count += 1
    return count
