"""`make test`: run the tests on servers of their own, which are thrown away afterwards."""

import os
import sys
from collections.abc import Mapping, Sequence

import psycopg
from psycopg import sql

from config.launcher import foreground, lock
from config.launcher.environment import secret_key
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.postgres import CARELESS, SUPERUSER, Postgres
from config.launcher.session import Session
from config.launcher.stopping import Stopped, Stopping
from config.launcher.valkey import Valkey

# Each test that starts processes takes a broker database, and two test runs may go on at once.
BROKER_DATABASES = 64
# Three on two cores: tests of processes wait more than they compute; four are in each other's way.
# A file stays with one worker, which makes what its tests share, a site or a record, once.
EVERYTHING = ("-n", "3", "--dist", "loadfile", "--no-loadscope-reorder")


def test(places: Places, output: Output, arguments: Sequence[str]) -> int:
    stopping = Stopping().install()
    places.make()
    with lock.take(places.run / "launcher.lock", address="make test"):
        session = Session(places, output, stopping)
        try:
            command = [sys.executable, "-m", "pytest", *(arguments or EVERYTHING)]
            return foreground.run(command, environment(session, CARELESS), stopping)
        except Stopped:
            return 130
        finally:
            session.end()


def environment(session: Session, settings: Mapping[str, str]) -> dict[str, str]:
    places, output = session.places, session.output
    broker = os.environ.get("REDIS_URL")
    if not broker:
        valkey = Valkey(places, output, databases=BROKER_DATABASES)
        session.add(valkey.start())
        broker = valkey.url
    database = os.environ.get("DATABASE_URL")
    if not database:
        server = Postgres(places, output, session.stopping.pause, settings=dict(settings))
        session.add(server.start())
        drop_leftovers(server.superuser_url)
        database = server.url("pavilion", user=SUPERUSER)
    return {
        **os.environ,
        "DATABASE_URL": database,
        "REDIS_URL": broker,
        "PAVILION_VAR": str(places.var),
        "PAVILION_DEMO": "1",
        # Containers often forbid it; then each of hundreds of children would compile all anew.
        "PYTHONDONTWRITEBYTECODE": "",
        "SECRET_KEY": secret_key(places.var / "secret-key"),
    }


def drop_leftovers(url: str) -> None:
    """Drop the databases of tests that were killed before they could clear up."""
    with psycopg.connect(url, autocommit=True) as connection:
        query = "SELECT datname FROM pg_database WHERE datname LIKE %s"
        for (name,) in connection.execute(query, [r"pavilion\_world\_%"]).fetchall():
            connection.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))
