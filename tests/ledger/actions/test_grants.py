from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from ledger.actions.append import append
from ledger.actions.erase import erase_person
from ledger.actions.publish import set_public
from ledger.actions.seal import seal
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db
ROLE = "record_test_application"


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def as_application() -> Iterator[None]:
    connection.check_constraints()
    run(f"SET ROLE {ROLE}")
    yield
    run("RESET ROLE")


@pytest.fixture(autouse=True)
def role() -> None:
    # Made and undone in the transaction of the test.
    run(f"CREATE ROLE {ROLE}")
    call_command("grant_application_role", role=ROLE, stdout=StringIO())


def test_the_application_appends_seals_publishes_and_erases() -> None:
    with as_application():
        append([act()])
        set_public("issue:one", public=False)
        assert len(seal()) == 1
        assert erase_person(7).texts == 1
        User.objects.create_user("+8613800000001")
        User.objects.all().delete()


@pytest.mark.parametrize("table", ["ledger_entry", "ledger_seal", "ledger_sealleaf"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0}"]
)
def test_the_application_may_not_change_the_record(table: str, statement: str) -> None:
    append([act()])
    seal()
    column = "root" if table == "ledger_seal" else "digest"
    with (
        as_application(),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        run(statement.format(table, column))


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
        "DROP TRIGGER ledger_entry_append_only ON ledger_entry",
        "SET session_replication_role = replica",
        "UPDATE ledger_text SET text = ''",
        "UPDATE ledger_pseudonym SET user_id = 1",
    ],
)
def test_the_application_may_not_open_a_way_around(statement: str) -> None:
    with (
        as_application(),
        pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
        transaction.atomic(),
    ):
        run(statement)


def test_granting_again_changes_nothing() -> None:
    rights = (
        "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
        f" WHERE grantee = '{ROLE}' ORDER BY 1, 2"
    )
    with connection.cursor() as cursor:
        cursor.execute(rights)
        before = cursor.fetchall()
        call_command("grant_application_role", role=ROLE, stdout=StringIO())
        cursor.execute(rights)
        assert cursor.fetchall() == before


def test_a_role_that_no_grant_can_hold_back_is_refused() -> None:
    with pytest.raises(CommandError, match="no role"):
        call_command("grant_application_role", role="nobody_of_this_name")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (owner,) = cursor.fetchone()
    with pytest.raises(CommandError, match="superuser"):
        call_command("grant_application_role", role=owner)
