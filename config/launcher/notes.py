"""Note each running process in a file, so that none outlives its run unnoticed.

The environment names the folder of the notes. So the processes of a test write their notes where
the launcher of the test looks, and all that they start can be recognised by the folder's name.
"""

import json
import os
import signal
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

VARIABLE = "PAVILION_PROCESSES"


@dataclass(frozen=True)
class Note:
    name: str
    pid: int
    started: float
    """With the number it tells a process from a later one of the same number."""
    signal: int
    patience: float


def write(name: str, pid: int, stop_signal: signal.Signals, patience: float) -> None:
    """Write the note in one step, since the writer may be killed at any moment."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        return
    started = psutil.Process(pid).create_time()
    note = Note(name, pid, started, int(stop_signal), patience)
    unfinished, file = Path(folder) / f"{pid}.unfinished", Path(folder) / f"{pid}.json"
    unfinished.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished.write_text(json.dumps(asdict(note)), encoding="utf-8")
    unfinished.replace(file)


def strike(pid: int) -> None:
    folder = os.environ.get(VARIABLE)
    if folder:
        (Path(folder) / f"{pid}.json").unlink(missing_ok=True)


def read(folder: Path) -> list[Note]:
    """All notes in `folder`, the latest first."""
    found = [Note(**json.loads(file.read_text("utf-8"))) for file in folder.glob("*.json")]
    return sorted(found, key=lambda note: note.started, reverse=True)
