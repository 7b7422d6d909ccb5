"""Who stands still while the database has much to send keeps no lock for longer than half a minute.

Over TCP, as between containers: a server of its own, since that of the tests has none.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest

from config import limits
from config.launcher import notes
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.postgres import SUPERUSER, Postgres
from config.launcher.valkey import free_port

pytestmark = pytest.mark.processes
# More than the buffers of a line hold; the server begins to send when its reader stands still.
FROZEN = """
import os, psycopg, signal, sys, threading
database = psycopg.connect(sys.argv[1], options=sys.argv[2])
database.execute("SELECT 1 FROM held FOR UPDATE")
print("holds", flush=True)
threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGSTOP)).start()
database.execute(
    "SELECT repeat('x', 1000) FROM (SELECT pg_sleep(0.5)) late, generate_series(1, 100000)"
)
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL that listens."""
    places, port = Places(tmp_path_factory.mktemp("frozen")), free_port()
    places.make()
    told = {"listen_addresses": "127.0.0.1", "port": str(port)}
    url = f"postgresql://{SUPERUSER}@127.0.0.1:{port}/{SUPERUSER}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(notes.VARIABLE, str(places.processes))
        patch.setattr(Postgres, "superuser_url", url)
        child = Postgres(places, Output(), settings=told).start()
        try:
            yield url
        finally:
            child.stop()


def test_a_reader_who_stands_still_is_thrown_out(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as database:
        database.execute("CREATE TABLE held AS SELECT 1 AS one")
        given = limits.with_limits({"options": "-c tcp_user_timeout=1s"})["options"]
        frozen = subprocess.Popen(
            [sys.executable, "-c", FROZEN, server, given],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert frozen.stdout is not None
            assert frozen.stdout.readline() == "holds\n"
            # Waits until then, and fails if it is never let in.
            database.execute("SET lock_timeout = '20s'")
            assert database.execute("SELECT one FROM held FOR UPDATE").fetchone() == (1,)
        finally:
            frozen.kill()
            frozen.communicate()


def test_every_connection_says_so(server: str) -> None:
    with psycopg.connect(server, options=limits.with_limits({})["options"]) as database:
        assert database.execute("SHOW tcp_user_timeout").fetchone() == ("30000",)
