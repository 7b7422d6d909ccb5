"""`python -m config.migrate`: bring the database up to date, as its owner.

The web server, the worker and beat run as a role of their own that may not change what the
record holds. `PAVILION_OWNER_DATABASE_URL` names the owner, who alone migrates;
`DATABASE_URL` names the application. With one of them only, it is both.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import dj_database_url
import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
OLDEST_SERVER = 15
# Any number; it only has to be the same wherever this runs.
MIGRATION_LOCK = 7_205_571

# Tables whose triggers refuse every change are the append-only ones: 8, 16 and 32 are
# PostgreSQL's bits for DELETE, UPDATE and TRUNCATE.
APPEND_ONLY = """
SELECT DISTINCT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal AND tgtype & 56 = 56 AND relnamespace = 'public'::regnamespace
ORDER BY relname
"""
GRANTS = """
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role};
"""
CLOSED = "REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}"


def grant(connection: psycopg.Connection, role: str) -> list[str]:
    """Give the application what it needs; return the tables it may only add to."""
    name = sql.Identifier(role)
    with connection.transaction():
        connection.execute(sql.SQL(GRANTS).format(role=name))
        tables = [table for (table,) in connection.execute(APPEND_ONLY)]
        for table in tables:
            closed = sql.SQL(CLOSED).format(table=sql.Identifier(table), role=name)
            connection.execute(closed)
    return tables


def role_of(url: str) -> str:
    return str(dj_database_url.parse(url).get("USER") or "")


def migrate(options: Sequence[str], *, owner: str, application: str) -> int:
    with psycopg.connect(owner, autocommit=True) as connection:
        if connection.info.server_version < OLDEST_SERVER * 10_000:
            print(f"Pavilion needs PostgreSQL {OLDEST_SERVER} or newer.", file=sys.stderr)
            return 1
        # Two machines that start at once must not migrate at once.
        connection.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        done = subprocess.run(
            [sys.executable, "manage.py", "migrate", "--no-input", *options],
            env={**os.environ, "DATABASE_URL": owner},
            cwd=ROOT,
            check=False,
        )
        if done.returncode == 0 and role_of(owner) != role_of(application):
            tables = grant(connection, role_of(application))
            print(f"The application may only add to {', '.join(tables) or 'no table'}.")
        return done.returncode


def main() -> int:
    application = os.environ["DATABASE_URL"]
    owner = os.environ.get("PAVILION_OWNER_DATABASE_URL") or application
    return migrate(sys.argv[1:], owner=owner, application=application)


if __name__ == "__main__":
    sys.exit(main())
