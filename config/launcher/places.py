"""Where a clone keeps its files; two clones share nothing."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from config.launcher.belonging import refuse_foreign
from config.launcher.failure import LauncherFailure

ROOT = Path(__file__).resolve().parent.parent.parent
# The longest path of a socket, in bytes: macOS allows 103, Linux 107.
SOCKET_PATH_LIMIT = 103
SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Places:
    var: Path

    @classmethod
    def of_clone(cls) -> "Places":
        return cls(Path(os.environ.get("PAVILION_VAR") or ROOT / "var").resolve())

    def apart(self, name: str) -> "Places":
        """The same layout in a subfolder, for tests and measurements."""
        return Places(self.var / name)

    @property
    def postgres(self) -> Path:
        return self.var / "postgres"

    @property
    def valkey(self) -> Path:
        return self.var / "valkey"

    @property
    def run(self) -> Path:
        return self.var / "run"

    @property
    def static(self) -> Path:
        return self.var / "static"

    @property
    def media(self) -> Path:
        return self.var / "media"

    @property
    def record(self) -> Path:
        return self.var / "record"

    @property
    def told(self) -> Path:
        """The file with the running parts' environment, which only its owner can read."""
        return self.run / "environment.json"

    @property
    def processes(self) -> Path:
        """The folder with a note for each running process."""
        return self.run / "processes"

    def make(self) -> None:
        refuse_foreign(self.var, clone=ROOT)
        for folder in (self.var, self.run):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def sockets(self) -> Path:
        """A folder for sockets, with a path that is short enough."""
        if holds_sockets(self.postgres):
            return self.postgres
        key = hashlib.sha256(os.fsencode(self.var)).hexdigest()[:16]
        elsewhere = Path(tempfile.gettempdir()).resolve() / f"pavilion-{key}"
        if not holds_sockets(elsewhere):
            raise LauncherFailure(
                f"PostgreSQL can't listen in {elsewhere}: "
                "set TMPDIR to a short path without commas."
            )
        return private_folder(elsewhere)


def holds_sockets(folder: Path) -> bool:
    """True if the path is short enough and has no comma, at which PostgreSQL would split it."""
    path = os.fsencode(folder / SOCKET_NAME)
    return len(path) <= SOCKET_PATH_LIMIT and b"," not in path


def private_folder(folder: Path) -> Path:
    """Make a folder where others may write too; refuse it if somebody else has made it."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    ours = found.st_uid == os.geteuid() or os.geteuid() == 0
    if folder.is_symlink() or not ours or found.st_mode & 0o077:
        raise LauncherFailure(f"{folder} belongs to someone else. Remove it or set TMPDIR.")
    return folder
