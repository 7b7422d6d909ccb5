"""A PostgreSQL of the test's own, which may be thrown over without harm to other tests."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.db import connections

from config.launcher.children import Child
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.postgres import SUPERUSER, Postgres
from tests.harness.template import bring_template, template, url_of

# What was committed must outlive the fall of the server; the machine itself does not fall.
SETTINGS = {"fsync": "off"}
IMMEDIATE_SHUTDOWN = signal.SIGQUIT


class OwnServer:
    def __init__(self, folder: Path, **settings: str) -> None:
        places = Places(folder)
        places.make()
        self.log = StringIO()
        self.postgres = Postgres(places, Output(self.log), settings=SETTINGS | settings)
        self.child: Child | None = None

    @property
    def data(self) -> Path:
        return self.postgres.places.postgres

    @property
    def url(self) -> str:
        return self.postgres.url("pavilion", user=SUPERUSER)

    def start(self) -> None:
        self.child = self.postgres.start()

    def fall_over(self) -> None:
        """As `pg_ctl stop -m immediate`: no goodbye to anyone, a recovery at the next start."""
        self._end(IMMEDIATE_SHUTDOWN)

    def stop(self) -> None:
        """As Ctrl-C does it."""
        self._end(self.postgres.child().stop_signal)

    def _end(self, sign: signal.Signals) -> None:
        assert self.child is not None
        assert self.child.process is not None
        self.child.process.send_signal(sign)
        self.child.process.wait(60)
        # What the test itself had open is gone with it.
        connections.close_all()


@contextmanager
def own_server(folder: Path, **settings: str) -> Iterator[OwnServer]:
    """Started; while it is open, the harness makes its databases there.

    What migrating takes is spared: the database in which nobody lives is brought from the server
    of all other tests.
    """
    source, server = url_of(template()), OwnServer(folder, **settings)
    server.start()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DATABASE_URL", server.url)
            bring_template(source)
            yield server
    finally:
        if server.child is not None:
            server.child.stop()
