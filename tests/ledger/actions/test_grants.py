from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from ledger.actions.append import append
from ledger.actions.erase import erase_person
from ledger.actions.publish import set_public
from ledger.actions.seal import seal
from tests.ledger.application_role import application_role, as_application, grant, make_role, run
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def role() -> None:
    make_role()


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
        "UPDATE ledger_stream SET name = ''",
        "UPDATE ledger_stream SET public_id = gen_random_uuid()",
        "UPDATE ledger_stream SET salt = ''",
        "DELETE FROM ledger_stream",
        "CREATE TEMPORARY TABLE ledger_entry (id bigint)",
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
        "SELECT table_name, column_name, privilege_type FROM information_schema.column_privileges"
        f" WHERE grantee = '{application_role()}' ORDER BY 1, 2, 3"
    )
    with connection.cursor() as cursor:
        cursor.execute(rights)
        before = cursor.fetchall()
        grant()
        cursor.execute(rights)
        assert cursor.fetchall() == before


def test_sessions_of_the_application_look_along_our_schema_and_for_their_own_names_last() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolconfig FROM pg_roles WHERE rolname = %s", [application_role()])
        assert cursor.fetchone() == (["search_path=public, pg_temp"],)


@pytest.mark.parametrize("power", ["CREATEROLE", "REPLICATION", "IN ROLE pg_write_all_data"])
def test_a_role_with_powers_beyond_its_grants_is_refused(power: str) -> None:
    run(f"CREATE ROLE {application_role()}_2 {power}")
    with pytest.raises(CommandError, match="make a role of its own"):
        call_command("grant_application_role", role=f"{application_role()}_2")


def test_a_role_that_no_grant_can_hold_back_is_refused() -> None:
    with pytest.raises(CommandError, match="no role"):
        call_command("grant_application_role", role="nobody_of_this_name")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (owner,) = cursor.fetchone()
    with pytest.raises(CommandError, match="superuser"):
        call_command("grant_application_role", role=owner)
