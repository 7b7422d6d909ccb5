"""A database, a broker and the processes of the product, for as long as a test needs them."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from django.test import override_settings
from pytest_django import DjangoDbBlocker

from config.launcher import parts
from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.readiness import answers
from config.launcher.steps import Steps
from config.launcher.stopping import Stopping
from config.launcher.valkey import Valkey, free_port
from tests.harness.clone import cloned_database, orm_on
from tests.harness.template import APPLICATION, url_of
from tests.harness.waiting import wait_until

# The coverage of asynchronous safety is lifted for Playwright's loop in the test process only.
NOT_FOR_CHILDREN = {"DJANGO_ALLOW_ASYNC_UNSAFE", "PYTEST_CURRENT_TEST"}
START_LIMIT = 60


@dataclass
class Site:
    """A running web server."""

    url: str
    process: Child


@dataclass
class LiveWorld:
    name: str
    folder: Path
    output: Output = field(default_factory=lambda: Output(StringIO()))
    extra: dict[str, str] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.broker = Valkey(Places(self.folder), self.output)
        self.children.append(self.broker.start())

    @property
    def environment(self) -> dict[str, str]:
        """What the processes are told; put more into `extra` before starting them."""
        inherited = {key: val for key, val in os.environ.items() if key not in NOT_FOR_CHILDREN}
        return {
            **inherited,
            "DATABASE_URL": url_of(self.name, user=APPLICATION),
            "REDIS_URL": self.broker.url,
            "PAVILION_VAR": str(self.folder),
            "MEDIA_ROOT": str(self.folder / "media"),
            "PYTHONUNBUFFERED": "1",
            **self.extra,
        }

    def start(self, name: str, command: Sequence[str], **extra: str) -> Child:
        child = Child(name, command, {**self.environment, **extra}, self.output, ROOT).start()
        self.children.append(child)
        return child

    def start_worker(self, *, sweep_seconds: float = 1) -> Child:
        """A Celery worker that is ready to take tasks; two may run beside each other.

        It is told how often to look, as a beat is: otherwise it leaves out, for half a minute,
        what has been looked at.
        """
        name = f"worker-{len(self.children)}"
        command = [*parts.worker({}, self.output).command, "--hostname", f"{name}@test"]
        worker = self.start(name, command, SWEEP_SECONDS=str(sweep_seconds))
        wait_until(lambda: "ready" in self.said(name), seconds=START_LIMIT, what="a worker")
        return worker

    def start_beat(self, *, sweep_seconds: float = 1) -> Child:
        command = parts.beat({}, self.output).command
        return self.start("beat", command, SWEEP_SECONDS=str(sweep_seconds))

    def start_sweep_loop(self) -> Child:
        """The sweep without a broker."""
        return self.start("sweep", [sys.executable, "manage.py", "sweep", "--loop"])

    def start_web(self, *, port: int | None = None, workers: int = 1) -> Site:
        """Granian with hashed and compressed static files; ready when returned.

        With two workers, as in use, where one must see what the other did; each loads the product.
        """
        address = Address("127.0.0.1", port or free_port())
        static = collected_static(self.environment)
        command = parts.web(self.environment, self.output, address, workers=workers).command
        extra = {"SITE_URL": address.url, "STATIC_ROOT": str(static)}
        web = self.start("web", command, **extra)
        wait_until(lambda: answers(address), seconds=START_LIMIT, what="the web server")
        return Site(address.url, web)

    def manage(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a management command to its end; `check=False` to look at its exit code."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def said(self, name: str) -> str:
        """The last lines of a process."""
        return "\n".join(self.output.last[name])

    def close(self, *, since: int = 0) -> None:
        """End what was started, but for the first so many of it."""
        for child in reversed(self.children[since:]):
            child.ask_to_stop()
        while len(self.children) > since:
            child = self.children.pop()
            child.patience = 5
            child.stop()


def collected_static(environment: dict[str, str]) -> Path:
    """Collected once for all tests; anew when a static file changes."""
    places = Places(Path(os.environ.get("PAVILION_VAR", ROOT / "var")).resolve())
    told = {**environment, "STATIC_ROOT": str(places.static)}
    places.make()
    with one_at_a_time(places.run / "static.lock"):
        Steps(places, Output(StringIO()), Stopping(), told, owner="").collect_static()
    return places.static


@contextmanager
def one_at_a_time(file: Path) -> Iterator[None]:
    import fcntl

    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def open_world(folder: Path, blocker: DjangoDbBlocker, **extra: str) -> Iterator[LiveWorld]:
    """See the package's docstring; `extra` goes into the environment of every process.

    What the test does itself is told where the processes listen: pages need not wait until the
    database is asked.
    """
    with cloned_database() as name, orm_on(name, blocker):
        world = LiveWorld(name, folder, extra=extra)
        try:
            with override_settings(REDIS_URL=world.broker.url):
                yield world
        finally:
            world.close()
