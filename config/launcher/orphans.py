"""What a launcher that was killed left running: noted down at the start, ended at the next."""

import json
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from config.launcher.children import Child, end_group, same_process
from config.launcher.output import Output


def note(file: Path, children: Sequence[Child]) -> None:
    notes = [
        {
            "name": child.name,
            "pid": child.pid,
            "started": psutil.Process(child.pid).create_time(),
            "signal": int(child.stop_signal),
            "patience": child.patience,
        }
        for child in children
        if child.exit_code is None
    ]
    file.write_text(json.dumps(notes), encoding="utf-8")


def end_all(file: Path, output: Output) -> None:
    """End in reverse order, so that the database goes last and finds nobody connected."""
    try:
        notes = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return
    for noted in reversed(notes):
        process = same_process(noted["pid"], noted["started"])
        if process is not None:
            output.say(f"An earlier run left {noted['name']} (process {process.pid}): ended.")
            end(process, signal.Signals(noted["signal"]), noted["patience"])
    file.unlink(missing_ok=True)


def end(process: psutil.Process, with_signal: signal.Signals, patience: float) -> None:
    """Ask, wait, and end its group by force; one that only awaits its parent has ended."""
    started = process.create_time()
    with suppress(psutil.NoSuchProcess):
        process.send_signal(with_signal)
    limit = time.monotonic() + patience
    while same_process(process.pid, started) and time.monotonic() < limit:
        time.sleep(0.05)
    end_group(process.pid)
