from __future__ import annotations

import hashlib
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.merkle import root_from_path, tree_root
from ledger.models import Seal, SealLeaf, Unsealed
from ledger.queries.heads import head_lines, newest_head
from ledger.queries.proof import entry_by_receipt, proof_of, receipt_of
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


def test_a_seal_takes_all_that_waits_in_order_of_digest() -> None:
    entries = append([act(f"issue:{number}") for number in range(5)])
    (made,) = seal()
    digests = sorted(bytes(entry.digest) for entry in entries)
    leaves = SealLeaf.objects.filter(seal=made).order_by("index")
    assert [bytes(leaf.digest) for leaf in leaves] == digests
    assert [leaf.index for leaf in leaves] == list(range(5))
    assert bytes(made.root) == tree_root(digests)
    assert not Unsealed.objects.exists()


def test_a_head_commits_to_the_head_before_the_root_and_the_count() -> None:
    append([act()])
    seal()
    append([act(), act()])
    seal()
    first, second = Seal.objects.order_by("number")
    said = json.loads(bytes(second.body))
    assert said["previous"] == bytes(first.head).hex()
    assert said["root"] == bytes(second.root).hex()
    assert (said["seal"], said["leaves"], said["entries"]) == (2, 2, 3)
    assert bytes(second.head) == hashlib.sha256(bytes(second.body)).digest()
    assert json.loads(bytes(first.body))["previous"] == "0" * 64


def test_nothing_to_seal_makes_no_seal() -> None:
    assert seal() == []
    append([act()])
    assert len(seal()) == 1
    assert seal() == []
    assert Seal.objects.count() == 1


def test_a_long_queue_becomes_several_seals() -> None:
    append([act() for _ in range(7)])
    assert [made.leaves for made in seal(largest=3)] == [3, 3, 1]
    assert newest_head().entries == 7  # type: ignore[union-attr]


@pytest.mark.parametrize("count", [1, 40])
def test_a_seal_takes_the_same_statements_for_any_number_of_entries(count: int) -> None:
    append([act() for _ in range(count)])
    with CaptureQueriesContext(connection) as captured:
        seal()
    # Lock, take, the seal before, the seal, its leaves; two for the savepoint of the test.
    assert len(captured) == 7


def test_every_entry_has_a_path_to_its_head() -> None:
    receipts = [entry.receipt for entry in append([act() for _ in range(6)])]
    seal()
    for receipt in receipts:
        entry = entry_by_receipt(receipt)
        assert entry is not None
        proof = proof_of(entry)
        assert proof is not None
        root = root_from_path(
            bytes(entry.digest),
            index=proof.index,
            size=proof.seal.leaves,
            path=[step.beside for step in proof.steps],
        )
        assert root == bytes(proof.seal.root)
        assert proof.holds


def test_an_entry_that_waits_has_no_proof_yet() -> None:
    (waiting,) = append([act("issue:waiting")])
    assert receipt_of("issue:waiting") == waiting.receipt
    entry = entry_by_receipt(waiting.receipt)
    assert entry is not None
    assert proof_of(entry) is None


def test_a_line_of_the_heads_is_a_head_and_the_text_it_is_the_hash_of() -> None:
    append([act()])
    seal()
    head, body = next(head_lines()).rstrip("\n").split(" ", 1)
    assert hashlib.sha256(body.encode()).hexdigest() == head
    newest = newest_head()
    assert newest is not None
    assert newest.digest == head
    assert newest.code.replace(" ", "") == head[:16]
