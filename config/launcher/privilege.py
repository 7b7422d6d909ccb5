"""Choose the user that PostgreSQL runs as when root starts it, since it refuses to run as root.

Usually one would open all folders above the data to everyone. Instead the server keeps one right
of root, to pass through any folder, and no file changes its mode.
"""

import os
import pwd
import shutil
import sys
from pathlib import Path

from config.launcher.failure import LauncherFailure

NOBODY = "nobody"
# Bits of Linux capabilities. The first is the lesser one, but many containers lack it.
PASSING = {"dac_read_search": 2, "dac_override": 1}


def is_root() -> bool:
    return os.geteuid() == 0


def server_user(clone: Path) -> pwd.struct_passwd:
    """The owner of the clone, or `nobody` if root owns it."""
    owner = clone.stat().st_uid
    try:
        return pwd.getpwuid(owner) if owner else pwd.getpwnam(NOBODY)
    except KeyError:
        return pwd.getpwnam(NOBODY)


def as_plain_user(clone: Path) -> list[str]:
    """What to put before a command so that it runs as the server's user."""
    if not is_root():
        return []
    setpriv = shutil.which("setpriv")
    if not sys.platform.startswith("linux") or not setpriv:
        raise LauncherFailure("PostgreSQL can't run as root here: start as a plain user.")
    user, right = server_user(clone), passing_right()
    return [
        setpriv,
        f"--reuid={user.pw_uid}",
        f"--regid={user.pw_gid}",
        "--clear-groups",
        # Without it the right does not count when a program asks "may I?" with access(2).
        "--securebits=+no_setuid_fixup",
        f"--inh-caps=-all,+{right}",
        f"--ambient-caps=-all,+{right}",
        f"--bounding-set=-all,+{right}",
        "--",
    ]


def passing_right() -> str:
    held = int(status_field("CapEff"), 16)
    for right, bit in PASSING.items():
        if held & (1 << bit):
            return right
    raise LauncherFailure("Root may not pass folders here: start as a plain user.")


def status_field(name: str) -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{name}:"))


def give(folder: Path, clone: Path) -> None:
    """Make a folder that the server's user owns and nobody else reads."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if is_root():
        user = server_user(clone)
        os.chown(folder, user.pw_uid, user.pw_gid)
