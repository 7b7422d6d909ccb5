"""Grant the role that serves pages its rights: it may add to the record, but not change it."""

from __future__ import annotations

from contextlib import suppress

from django.db import ProgrammingError, connection, transaction
from psycopg import sql

APPLICATION_ROLE = "pavilion_app"
# What the role may do with each table of the record, by column where it may change anything: a
# stream grows and is shown or hidden, and keeps its name. Erasing a person deletes texts and who a
# pseudonym is, sealing empties the queue; no row of these is ever changed.
RIGHTS = (
    (("ledger_entry", "ledger_seal", "ledger_sealleaf"), "SELECT, INSERT"),
    (("ledger_text", "ledger_pseudonym", "ledger_unsealed"), "SELECT, INSERT, DELETE"),
    (("ledger_stream",), "SELECT, INSERT, UPDATE (length, public)"),
    (("django_migrations",), "SELECT"),
)
# Nothing of its own may stand before our tables, in a session or in a schema.
EVERYWHERE = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
    "REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {role}",
    "REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC, {role}",
)
# Members of these can do what no grant of ours forbids.
TOO_MIGHTY = ("pg_write_all_data", "pg_execute_server_program", "pg_write_server_files")


class UnfitRoleError(Exception):
    """The role doesn't exist, or it has powers that no grant can limit."""


@transaction.atomic
def grant_application_role(role: str = APPLICATION_ROLE) -> None:
    """Give `role` its rights on every table of the schema; run after each migration.

    Call it as the owner of the tables and of the database; running it again changes nothing.
    Raises UnfitRoleError if the role doesn't exist, or has powers that these grants can't limit.
    """
    check_role(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema(), current_database()")
        schema, database = map(sql.Identifier, cursor.fetchone())
        names = {"schema": schema, "database": database, "role": sql.Identifier(role)}
        for statement in EVERYWHERE:
            cursor.execute(sql.SQL(statement).format(**names))
        for tables, rights in RIGHTS:
            listed = sql.SQL(", ").join(map(sql.Identifier, tables))
            for statement in (
                "REVOKE ALL ON {tables} FROM PUBLIC, {role}",
                f"GRANT {rights} ON {{tables}} TO {{role}}",
            ):
                cursor.execute(sql.SQL(statement).format(tables=listed, **names))
    fix_path(role)


def fix_path(role: str) -> None:
    """Have every session of `role` look along our schema, and for temporary names last.

    Only who administers the role may say that of it. Where the owner of the tables may not, it is
    said where the role is made: `config/launcher/database.py`, `deploy/roles.sh`.
    """
    statement = "ALTER ROLE {} SET search_path = public, pg_temp"
    with suppress(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(sql.Identifier(role)))


def check_role(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolcreaterole OR rolreplication"
            " OR pg_has_role(rolname, tableowner, 'MEMBER')"
            " OR pg_has_role(rolname, datdba, 'MEMBER')"
            " OR EXISTS (SELECT FROM pg_roles mighty WHERE mighty.rolname = ANY(%s)"
            " AND pg_has_role(pg_roles.rolname, mighty.oid, 'MEMBER'))"
            " FROM pg_roles, pg_tables, pg_database"
            " WHERE rolname = %s AND schemaname = current_schema() AND tablename = %s"
            " AND datname = current_database()",
            [list(TOO_MIGHTY), role, RIGHTS[0][0][0]],
        )
        row = cursor.fetchone()
    if row is None:
        raise UnfitRoleError(f"there is no role “{role}”, or the ledger is not migrated")
    if any(row):
        raise UnfitRoleError(
            f"“{role}” owns the record, is a superuser or can become one: make a role of its own"
        )
