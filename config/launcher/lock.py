"""Allow one launcher per data folder, by a lock that the kernel frees if the launcher dies."""

import fcntl
import json
import os
from pathlib import Path
from typing import IO

from config.launcher.failure import LauncherFailure


def take(file: Path, *, address: str) -> IO[str]:
    """Take the lock; it is held until the returned file is closed."""
    handle = file.open("a+", encoding="utf-8")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise LauncherFailure(held_by(handle)) from None
    handle.truncate(0)
    json.dump({"pid": os.getpid(), "address": address}, handle)
    handle.flush()
    return handle


def held_by(handle: IO[str]) -> str:
    handle.seek(0)
    try:
        holder = json.load(handle)
        who = f"{holder['address']} (process {holder['pid']})"
    except (ValueError, KeyError):
        who = "it is just starting"
    return f"Already running from this folder: {who}. End that one first."
