"""`python -m config.migrate`: bring the database up to date, as its owner.

Web server, worker and beat use another role, which may not change the record.
`PAVILION_OWNER_DATABASE_URL` connects as the owner, who alone migrates, `DATABASE_URL` as the
application. If only one of them is set, it serves for both.
"""

import argparse
import os
import sys

import dj_database_url
import django
import psycopg
from django.core.management import call_command

from config import limits
from config.told import DoesNotStart, secret

OLDEST_SERVER = 15
# An arbitrary number that is the same wherever this runs.
MIGRATION_LOCK = 7_205_571


def role_of(url: str) -> str:
    return str(dj_database_url.parse(url).get("USER") or "")


def migrate(*, owner: str, application: str, verbosity: int) -> int:
    """Migrate the tables, then grant the application its rights on them."""
    with psycopg.connect(owner, autocommit=True) as connection:
        if connection.info.server_version < OLDEST_SERVER * 10_000:
            print(f"Pavilion needs PostgreSQL {OLDEST_SERVER} or newer.", file=sys.stderr)
            return 1
        # Two machines that start at once must not migrate at once.
        connection.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        os.environ["DATABASE_URL"] = owner
        limits.choose(limits.MIGRATING)
        os.environ.pop("DATABASE_URL_FILE", None)
        django.setup()
        call_command("migrate", interactive=False, verbosity=verbosity)
        if role_of(owner) != role_of(application):
            call_command("grant_application_role", role=role_of(application))
        call_command("start_agenda_clocks", verbosity=verbosity)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Bring the database up to date, as its owner.")
    parser.add_argument("--verbosity", type=int, default=1)
    application = secret("DATABASE_URL")
    if not application:
        raise DoesNotStart("DATABASE_URL is not set.")
    return migrate(
        owner=secret("PAVILION_OWNER_DATABASE_URL", application),
        application=application,
        verbosity=parser.parse_args().verbosity,
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    sys.exit(main())
