"""Both verifiers against a record of which one entry was tampered with by the owner.

10,000 entries have several seals and several pages of each kind of row; `make bench` verifies a
million.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker

from ledger.actions.append import append
from ledger.actions.seal import seal
from ledger.checks import MisfitError
from ledger.models import Seal
from ledger.queries.download import record_lines
from ledger.queries.heads import head_lines, newest_head
from ledger.queries.verify import verify
from ledger.standalone import verify as standalone
from tests.ledger.conftest import own_database
from tests.ledger.factories import act

SEALS = 10
# What a stranger runs is run as a command of its own.
pytestmark = pytest.mark.processes
Tamper = Callable[[], str]


@pytest.fixture(scope="class")
def record(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """10 seals of as many entries as the class wants; every fifth stream is private."""
    batch: int = request.cls.BATCH
    with own_database(django_db_blocker):
        for start in range(0, SEALS * batch, batch):
            lay(range(start, start + batch))
            seal()
        yield


def lay(numbers: range) -> None:
    with transaction.atomic():
        append(
            [
                act(
                    f"issue:{number % 997}",
                    public=bool(number % 997 % 5),
                    actor_id=number % 50,
                    parameters={"of": number},
                    texts={"words": "楼道灯不亮"} if number % 10 == 0 else {},
                )
                for number in numbers
            ]
        )


@contextmanager
def tampered(*statements: str) -> Iterator[None]:
    """What the owner of the database can do with triggers and constraints out of the way."""
    try:
        with transaction.atomic(), translation.override("en"):
            run("ALTER TABLE ledger_entry DROP CONSTRAINT entry_digest_of_body")
            run("SET LOCAL session_replication_role = replica")
            for statement in statements:
                run(statement)
            yield
            raise RollBackError
    except RollBackError:
        pass


class RollBackError(Exception):
    pass


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def one(statement: str) -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row: tuple[int, ...] = cursor.fetchone()
        return row


def downloaded(folder: Path) -> Path:
    path = folder / "record.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(record_lines())
    return path


def standalone_verify(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """As a stranger runs it: a lone file, isolated from this house."""
    return subprocess.run(
        [sys.executable, "-I", str(standalone.__file__), str(path), *options],
        capture_output=True,
        text=True,
        check=False,
    )


def leaf(seal_number: int, index: int) -> tuple[int, str]:
    """Entry id and receipt at a place of the record."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT entry_id, encode(digest, 'hex') FROM ledger_sealleaf"
            " WHERE seal_id = %s AND index = %s",
            [seal_number, index],
        )
        row: tuple[int, str] = cursor.fetchone()
        return row


def public_leaf(seal_number: int, index: int) -> tuple[int, str]:
    """The first leaf from `index` on whose stream is public."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT leaf.entry_id, encode(leaf.digest, 'hex') FROM ledger_sealleaf leaf"
            " JOIN ledger_entry entry ON entry.id = leaf.entry_id"
            " JOIN ledger_stream stream ON stream.id = entry.stream_id"
            " WHERE stream.public AND seal_id = %s AND index >= %s ORDER BY index LIMIT 1",
            [seal_number, index],
        )
        row: tuple[int, str] = cursor.fetchone()
        return row


def both_name(by_command: str, by_stranger: str, folder: Path) -> None:
    with pytest.raises(MisfitError, match=re.escape(by_command)):
        verify()
    found = standalone_verify(downloaded(folder))
    assert found.returncode == 1, found.stdout + found.stderr
    assert by_stranger in found.stdout


@pytest.mark.django_db
@pytest.mark.usefixtures("record")
class TestTenThousandEntries:
    BATCH = 1_000

    def test_an_untouched_record_fits_against_every_kind_of_held_head(self, tmp_path: Path) -> None:
        head = newest_head()
        assert head is not None
        heads = tmp_path / "heads.txt"
        heads.write_text("".join(head_lines()), encoding="utf-8")
        _, receipt = leaf(4, 77)
        output = StringIO()
        with translation.override("en"):
            call_command("verify_ledger", head=head.code, stdout=output)
        assert "10000 entries in 10 seals" in output.getvalue()
        found = standalone_verify(
            downloaded(tmp_path),
            "--head", head.code, "--head", head.digest, "--head", str(heads), "--receipt", receipt,
        )  # fmt: skip
        assert found.returncode == 0, found.stdout
        assert "10000 条记录" in found.stdout
        assert "entry 3078 (seal 4, leaf 77)" in found.stdout

    def test_one_changed_byte_is_found_and_its_entry_named(self, tmp_path: Path) -> None:
        entry_id, receipt = public_leaf(6, 234)
        change = (
            "UPDATE ledger_entry SET body = set_byte(body, 40, get_byte(body, 40) # 1)"
            f" WHERE id = {entry_id}"
        )
        with tampered(change):
            both_name(f"entry {entry_id} ", receipt, tmp_path)

    def test_a_truncated_record_is_found_by_a_held_head(self, tmp_path: Path) -> None:
        head = newest_head()
        assert head is not None
        heads = tmp_path / "heads.txt"
        heads.write_text("".join(head_lines()), encoding="utf-8")
        with tampered(
            "DELETE FROM ledger_entry WHERE id IN"
            " (SELECT entry_id FROM ledger_sealleaf WHERE seal_id = 10)",
            "DELETE FROM ledger_sealleaf WHERE seal_id = 10",
            "DELETE FROM ledger_seal WHERE number = 10",
            "UPDATE ledger_stream SET length = (SELECT count(*) FROM ledger_entry"
            " WHERE stream_id = ledger_stream.id)",
        ):
            path = downloaded(tmp_path)
            with pytest.raises(CommandError, match="sealed entry 9001: cut off or rewritten"):
                call_command("verify_ledger", head=head.code)
            found = standalone_verify(path, "--head", head.code, "--head", str(heads))
            assert found.returncode == 1
            assert "from entry 9001 on" in found.stdout

    def test_a_byte_changed_with_its_digest_is_found_and_its_entry_named(
        self, tmp_path: Path
    ) -> None:
        entry_id, receipt = public_leaf(6, 123)
        change = (
            "UPDATE ledger_entry SET body = changed, digest = sha256(changed) FROM ("
            "  SELECT id AS of, overlay(body placing 'x' from 300 for 1) AS changed"
            f"  FROM ledger_entry) other WHERE id = of AND id = {entry_id}"
        )
        with tampered(change):
            both_name(f"entry {entry_id} ", receipt, tmp_path)

    def test_a_deleted_entry_is_found_and_named(self, tmp_path: Path) -> None:
        entry_id, receipt = leaf(3, 500)
        with tampered(f"DELETE FROM ledger_entry WHERE id = {entry_id}"):
            both_name(receipt, receipt, tmp_path)

    def test_an_entry_deleted_with_its_leaf_is_found_and_its_place_named(
        self, tmp_path: Path
    ) -> None:
        entry_id, _ = leaf(3, 500)
        stream, number = one(f"SELECT stream_id, number FROM ledger_entry WHERE id = {entry_id}")
        ((name),) = one(f"SELECT name FROM ledger_stream WHERE id = {stream}")
        with tampered(
            f"DELETE FROM ledger_entry WHERE id = {entry_id}",
            f"DELETE FROM ledger_sealleaf WHERE entry_id = {entry_id}",
        ):
            both_name(f"{name}, number {number}", "entry 2501 (seal 3, leaf 500)", tmp_path)

    def test_a_deleted_entry_whose_seal_was_closed_up_behind_it_is_found(
        self, tmp_path: Path
    ) -> None:
        entry_id, _ = leaf(3, 500)
        with tampered(
            f"DELETE FROM ledger_entry WHERE id = {entry_id}",
            f"DELETE FROM ledger_sealleaf WHERE entry_id = {entry_id}",
            "UPDATE ledger_sealleaf SET index = index - 1 WHERE seal_id = 3 AND index > 500",
        ):
            both_name("number", "seal counts 1000", tmp_path)

    def test_two_swapped_leaves_are_found_and_named(self, tmp_path: Path) -> None:
        (first, _), (second, _) = leaf(8, 10), leaf(8, 11)
        with tampered(
            f"UPDATE ledger_sealleaf SET index = 99999 WHERE entry_id = {first}",
            f"UPDATE ledger_sealleaf SET index = 10 WHERE entry_id = {second}",
            f"UPDATE ledger_sealleaf SET index = 11 WHERE entry_id = {first}",
        ):
            both_name(f"entry {first} ", "entry 7012 (seal 8, leaf 11)", tmp_path)

    def test_two_entries_with_swapped_bodies_are_found_and_named(self, tmp_path: Path) -> None:
        (first, receipt), (second, _) = public_leaf(8, 10), public_leaf(8, 300)
        swap = (
            "UPDATE ledger_entry one SET body = other.body FROM ledger_entry other WHERE"
            f" (one.id, other.id) IN (({first}, {second}), ({second}, {first}))"
        )
        with tampered(swap):
            both_name(f"entry {first} ", receipt, tmp_path)

    def test_a_seal_rewritten_whole_is_named_by_kept_heads(self, tmp_path: Path) -> None:
        heads = tmp_path / "heads.txt"
        heads.write_text("".join(head_lines()), encoding="utf-8")
        with tampered(
            "DELETE FROM ledger_sealleaf WHERE seal_id >= 9",
            "DELETE FROM ledger_seal WHERE number >= 9",
            "INSERT INTO ledger_unsealed SELECT id FROM ledger_entry entry WHERE NOT EXISTS"
            " (SELECT FROM ledger_sealleaf leaf WHERE leaf.entry_id = entry.id)",
        ):
            seal(largest=500)
            assert Seal.objects.count() == 12
            found = standalone_verify(downloaded(tmp_path), "--head", str(heads))
            assert found.returncode == 1
            assert "entry 8001 (seal 9" in found.stdout
