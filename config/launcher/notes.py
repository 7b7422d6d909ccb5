"""What runs is noted down, a file for each process, so that nothing outlives its run unnoticed.

The folder is named in the environment: the processes of a test note themselves where the
launcher above them looks, and whatever they start carries the name of the folder with it.
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
    """Whole or not at all: the writer may be killed at any line."""
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
    """The latest first."""
    found = [Note(**json.loads(file.read_text("utf-8"))) for file in folder.glob("*.json")]
    return sorted(found, key=lambda note: note.started, reverse=True)
