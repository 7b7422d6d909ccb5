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
    "ledger/checks.py": [
        Without(
            "a stream keeps the name that its entries were recorded under",
            'if said.get("name") != digest_beside(entry.stream_salt, entry.stream):',
            "if False:",
            ("tests/ledger/test_verify.py",),
        ),
        Without(
            "nobody else is behind an act",
            'if person is not None and said["person"] != digest_beside(',
            "if False and digest_beside(",
            ("tests/ledger/test_verify.py",),
        ),
        Without(
            "a pseudonym acts in its own stream",
            "if person is not None and not person.at_home:",
            "if False:",
            ("tests/ledger/test_verify.py",),
        ),
        Without(
            "a salt has its length",
            'return text_digest(salt, text) if len(salt) == SALT_BYTES else ""',
            "return text_digest(salt, text)",
            ("tests/ledger/test_verify.py",),
        ),
        Without(
            "the formats of seals never go down",
            "if seal.format < (before.format if before else 1):",
            "if False:",
            ("tests/ledger/test_formats.py",),
        ),
    ],
    "ledger/queries/gaps.py": [
        Without(
            "a stream that binds goes on binding",
            "if row := one(BACKWARDS, newest=FORMAT):",
            "if row := None:",
            ("tests/ledger/test_formats.py",),
        ),
    ],
    "ledger/standalone/verify.py": [
        Without(
            "heads count all entries",
            'if self.said["entries"] != self.before + self.said["leaves"]:',
            "if False:",
            ("tests/ledger/test_stranger.py",),
        ),
        Without(
            "a head is the hash of its text",
            'if line["head"] != self.head:',
            "if False:",
            ("tests/ledger/test_stranger.py",),
        ),
        Without(
            "a stream keeps its name, for strangers too",
            "if not is_digest(found) or (name is not None and found != name):",
            "if False:",
            ("tests/ledger/test_stranger.py",),
        ),
        Without(
            "an actor stays one person, for strangers too",
            "if actor is not None and self.persons.setdefault(actor, bound) != bound:",
            "if False:",
            ("tests/ledger/test_stranger.py",),
        ),
    ],
    "ledger/actions/grants.py": [
        Without(
            "no table of a session stands before ours",
            '"REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC, {role}",',
            "",
            ("tests/hostile/test_record.py",),
        ),
        Without(
            "a stream is changed in what grows and what is shown alone",
            "SELECT, INSERT, UPDATE (length, public)",
            "SELECT, INSERT, UPDATE, DELETE",
            ("tests/ledger/actions/test_grants.py",),
        ),
    ],
    "issues/queries/recorded.py": [
        Without(
            "each matter has its stream",
            '(LOST, _("this matter has no stream in the record")),',
            "",
            ("tests/issues/queries/test_recorded.py",),
        ),
        Without(
            "no matter has the record of another",
            '(OTHER, _("the record of this matter is that of another one")),',
            "",
            ("tests/issues/queries/test_recorded.py",),
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
