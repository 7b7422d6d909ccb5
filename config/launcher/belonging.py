"""Check that the folder of the data is ours: we neither use nor delete what others put there."""

import os
import pwd
import stat
from pathlib import Path

from config.launcher.failure import LauncherFailure
from config.launcher.privilege import is_root

OTHER = "Name another folder in PAVILION_VAR."
OURS = {
    *("bench", "hostile-hour", "media", "postgres", "postgres-unfinished", "record", "run"),
    *("secret-key", "security-log", "static", "test", "valkey"),
}
SHOWN = 3


def refuse_foreign(folder: Path, *, clone: Path) -> None:
    if not str(folder).isprintable():
        raise LauncherFailure(f"The path {str(folder)!r} holds what can't be printed. {OTHER}")
    try:
        found = folder.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(found.st_mode):
        raise LauncherFailure(f"{folder} is not a folder. {OTHER}")
    if not is_root() and found.st_uid != os.geteuid():
        raise LauncherFailure(f"{folder} belongs to {name_of(found.st_uid)}. {OTHER}")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise LauncherFailure(f"{folder} can't be written to. {OTHER}")
    strange = sorted(path.name for path in folder.iterdir() if path.name not in OURS)
    known = folder.is_relative_to(clone / "var") or (folder / "run" / "launcher.lock").is_file()
    if strange and not known:
        shown = ", ".join(strange[:SHOWN]) + (" …" if len(strange) > SHOWN else "")
        raise LauncherFailure(f"{folder} holds things that are not Pavilion's ({shown}). {OTHER}")


def name_of(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return f"user {user}"


def refused(error: OSError) -> str:
    """One sentence on what the system refused to do with a file."""
    file = Path(os.fsdecode(error.filename))
    sentence = f"{file} can't be used: {(error.strerror or str(error)).lower()}."
    if not isinstance(error, PermissionError):
        return sentence
    while not reachable(file):
        file = file.parent
    return f"{sentence} {file} belongs to {name_of(file.lstat().st_uid)}."


def reachable(file: Path) -> bool:
    try:
        file.lstat()
    except OSError:
        return file == file.parent
    return True
