"""Rules that make the record a proof."""

from __future__ import annotations

from tools.mutants.mutant import Listed
from tools.mutants.mutant import Mutant as Without

MUTANTS: Listed = {
    "ledger/actions/salting.py": [
        Without(
            "the salt of a text is random",
            "secrets.token_bytes(SALT_BYTES)",
            "bytes(SALT_BYTES)",
            ("tests/ledger/actions/test_append.py",),
        ),
    ],
    "ledger/actions/append.py": [
        Without(
            "an entry is part of its act",
            "if not connection.in_atomic_block:",
            "if connection is None:",
            ("tests/ledger/actions/test_seal_committed.py",),
        ),
    ],
    "ledger/bodies.py": [
        Without(
            "the salt of a body is random",
            "secrets.token_hex(16)",
            "bytes(16).hex()",
            ("tests/ledger/actions/test_append.py",),
        ),
    ],
    "ledger/canonical.py": [
        Without(
            "keys are sorted",
            "sort_keys=True",
            "sort_keys=False",
            ("tests/ledger/test_canonical.py",),
        ),
        Without(
            "a number fits a float of 64 bits",
            "case int() if abs(value) <= LARGEST_INTEGER:",
            "case int():",
            ("tests/ledger/test_canonical.py",),
        ),
    ],
    "ledger/merkle.py": [
        Without(
            "a leaf is told from a node",
            'b"\\x00" + leaf',
            'b"\\x01" + leaf',
            ("tests/ledger/test_merkle.py",),
        ),
    ],
    "ledger/actions/seal.py": [
        Without(
            "each seal names the head before it",
            "previous = bytes(before.head) if before else NO_HEAD",
            "previous = NO_HEAD",
            ("tests/ledger/actions/test_seal.py",),
        ),
    ],
    "ledger/actions/erase.py": [
        Without(
            "whoever is erased is linked to nothing",
            "links, _ = pseudonyms.delete()",
            "links = pseudonyms.count()",
            ("tests/ledger/actions/test_erase.py",),
        ),
    ],
}
