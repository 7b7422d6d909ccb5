"""What the command finds that the public download can't show."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.checks import MisfitError
from ledger.models import Entry
from ledger.queries.verify import verify
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db
# What would refuse what the owner of the tables does here, who can take it away.
CONSTRAINTS = (
    ("ledger_entry", "entry_digest_of_body"),
    ("ledger_entry", "entry_of_this_format"),
    ("ledger_stream", "stream_salt_whole"),
    ("ledger_pseudonym", "pseudonym_salt_whole"),
    ("ledger_text", "text_salt_whole"),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def entries() -> list[Entry]:
    """Three sealed in two seals and two that wait."""
    made = append([act("issue:one"), act("issue:two")])
    seal()
    made += append([act("issue:one")])
    seal()
    return made + append([act("issue:two"), act("issue:three")])


def tamper(*statements: str) -> None:
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table, constraint in CONSTRAINTS:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
        for statement in statements:
            cursor.execute(statement)


def test_an_empty_record_fits() -> None:
    assert verify().entries == 0


def test_what_waits_is_counted_beside_what_is_sealed(entries: list[Entry]) -> None:
    verified = verify()
    assert (verified.seals, verified.entries, verified.waiting) == (2, 3, 2)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE ledger_entry SET kind = 'other' WHERE id = {0}", "column “kind”"),
        ("UPDATE ledger_entry SET happened_at = now() WHERE id = {0}", "column “happened_at”"),
        ("UPDATE ledger_entry SET recorded_at = now() WHERE id = {0}", "column “recorded_at”"),
        ("UPDATE ledger_entry SET actor = NULL WHERE id = {0}", "column “actor”"),
        ("UPDATE ledger_entry SET number = 9 WHERE id = {0}", "column “number”"),
        ("UPDATE ledger_text SET text = '改过' WHERE entry_id = {0}", "text “words”"),
        ("UPDATE ledger_text SET name = 'other' WHERE entry_id = {0}", "text “other”"),
        (
            "UPDATE ledger_stream SET public_id = gen_random_uuid() WHERE id = {1}",
            "column “stream”",
        ),
        ("UPDATE ledger_stream SET name = 'issue:four' WHERE id = {1}", "had another name"),
        ("UPDATE ledger_stream SET salt = sha256('') WHERE id = {1}", "had another name"),
        ("UPDATE ledger_pseudonym SET user_id = 99 WHERE stream_id = {1}", "another person"),
        ("UPDATE ledger_pseudonym SET salt = sha256('') WHERE stream_id = {1}", "another person"),
        ("UPDATE ledger_pseudonym SET stream_id = 0 WHERE stream_id = {1}", "another stream only"),
        ("UPDATE ledger_entry SET format = 1 WHERE id = {0}", "column “format”"),
    ],
)
@pytest.mark.parametrize("which", [2, 3])
def test_what_is_changed_beside_a_body_is_found(
    entries: list[Entry], statement: str, reason: str, which: int
) -> None:
    entry = entries[which]
    tamper(statement.format(entry.pk, entry.stream_id))
    with pytest.raises(MisfitError, match=reason) as found:
        verify()
    if "{0}" in statement:
        assert found.value.subject.startswith(f"entry {entry.pk} ")


@pytest.mark.parametrize(
    ("statement", "subject", "reason"),
    [
        ("UPDATE ledger_seal SET sealed_at = now() WHERE number = 1", "seal 1", "its head"),
        ("UPDATE ledger_seal SET root = sha256('') WHERE number = 2", "seal 2", "its head"),
        ("UPDATE ledger_seal SET leaves = 2 WHERE number = 2", "seal 2", "count of entries"),
        ("UPDATE ledger_seal SET previous = sha256('') WHERE number = 2", "seal 2", "chained"),
        ("UPDATE ledger_seal SET head = sha256('') WHERE number = 1", "seal 1", "its head"),
        ("DELETE FROM ledger_seal WHERE number = 1", "seal 2", "before it is missing"),
        ("DELETE FROM ledger_seal WHERE number = 2", "leaf 0 of seal 2", "seal is missing"),
        ("DELETE FROM ledger_sealleaf WHERE seal_id = 2", "sealed entry 3", "missing"),
        ("DELETE FROM ledger_unsealed", "entry", "exactly once"),
        (
            "INSERT INTO ledger_unsealed SELECT entry_id FROM ledger_sealleaf WHERE seal_id = 1",
            "entry",
            "exactly once",
        ),
        (
            "DELETE FROM ledger_entry WHERE id = (SELECT max(id) FROM ledger_entry)",
            "entry",
            "deleted",
        ),
        ("UPDATE ledger_stream SET length = 5 WHERE name = 'issue:three'", "number 2", "missing"),
    ],
)
def test_a_broken_chain_or_a_hole_is_found(
    entries: list[Entry], statement: str, subject: str, reason: str
) -> None:
    tamper(statement)
    with pytest.raises(MisfitError) as found:
        verify()
    assert subject in found.value.subject
    assert reason in found.value.reason


def test_a_waiting_entry_deleted_with_its_queue_is_missed_in_its_stream(
    entries: list[Entry],
) -> None:
    gone = entries[3]
    tamper(
        f"DELETE FROM ledger_unsealed WHERE entry_id = {gone.pk}",
        f"DELETE FROM ledger_text WHERE entry_id = {gone.pk}",
        f"DELETE FROM ledger_entry WHERE id = {gone.pk}",
    )
    with pytest.raises(MisfitError, match="issue:two, number 2: it is missing"):
        verify()


@pytest.mark.parametrize(
    ("table", "column", "reason"),
    [
        ("ledger_stream", "name", "had another name"),
        ("ledger_pseudonym", "user_id", "another person"),
        ("ledger_text", "text", "text “words”"),
    ],
)
def test_no_sign_goes_over_from_what_is_salted_into_its_salt(
    table: str, column: str, reason: str
) -> None:
    """Salt and text are hashed one after the other: cut elsewhere they give the same digest."""
    append([act(actor_id=17)])
    tamper(
        f"UPDATE {table} SET salt = salt || convert_to(left({column}::text, 1), 'UTF8'),"
        f" {column} = substr({column}::text, 2)" + ("::bigint" if column == "user_id" else "")
    )
    with pytest.raises(MisfitError, match=reason):
        verify()


def test_an_entry_replaced_with_everything_that_points_to_it_breaks_the_root(
    entries: list[Entry],
) -> None:
    tamper(
        "UPDATE ledger_entry SET body = convert_to(replace(convert_from(body, 'UTF8'),"
        f" '\"photos\":2', '\"photos\":3'), 'UTF8') WHERE id = {entries[2].pk}",
        "UPDATE ledger_entry SET digest = sha256(body)",
        "UPDATE ledger_sealleaf leaf SET digest = entry.digest FROM ledger_entry entry"
        " WHERE entry.id = leaf.entry_id",
    )
    with pytest.raises(MisfitError, match="seal 2: its entries do not lead to its root"):
        verify()


def test_the_command_ends_with_one_for_a_misfit_and_two_for_a_head_that_is_none(
    entries: list[Entry],
) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("verify_ledger", head="xyz", stdout=StringIO())
    assert refused.value.returncode == 2
    with pytest.raises(CommandError, match="sealed entry 4: cut off") as missing:
        call_command("verify_ledger", head="0" * 64, stdout=StringIO())
    assert missing.value.returncode == 1
