"""Grant the role that serves pages its rights: it may add to the record, but not change it."""

from __future__ import annotations

from django.db import connection, transaction
from psycopg import sql

APPLICATION_ROLE = "pavilion_app"
APPEND_ONLY = ("ledger_entry", "ledger_seal", "ledger_sealleaf")
# Erasing a person deletes rows of these tables; no row is ever changed.
ERASABLE = ("ledger_text", "ledger_pseudonym", "ledger_unsealed")
READ_ONLY = ("django_migrations",)


class UnfitRoleError(Exception):
    """The role doesn't exist, or it has powers that no grant can limit."""


@transaction.atomic
def grant_application_role(role: str = APPLICATION_ROLE) -> None:
    """Give `role` its rights on every table of the schema; run after each migration.

    Call it as the owner of the tables; running it again changes nothing. Raises UnfitRoleError
    if the role doesn't exist, owns the record or is a superuser, whom these grants can't limit.
    """
    check_role(role)
    name = sql.Identifier(role)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = sql.Identifier(cursor.fetchone()[0])
        for statement in (
            "GRANT USAGE ON SCHEMA {schema} TO {role}",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
        ):
            cursor.execute(sql.SQL(statement).format(schema=schema, role=name))
        for tables, rights in (
            (APPEND_ONLY, "SELECT, INSERT"),
            (ERASABLE, "SELECT, INSERT, DELETE"),
            (READ_ONLY, "SELECT"),
        ):
            listed = sql.SQL(", ").join(map(sql.Identifier, tables))
            cursor.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(listed, name))
            cursor.execute(sql.SQL("GRANT {} ON {} TO {}").format(sql.SQL(rights), listed, name))


def check_role(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, pg_has_role(rolname, tableowner, 'MEMBER')"
            " FROM pg_roles, pg_tables"
            " WHERE rolname = %s AND schemaname = current_schema() AND tablename = %s",
            [role, APPEND_ONLY[0]],
        )
        row = cursor.fetchone()
    if row is None:
        raise UnfitRoleError(f"there is no role “{role}”, or the ledger is not migrated")
    if any(row):
        raise UnfitRoleError(f"“{role}” owns the record or is a superuser: make a role of its own")
