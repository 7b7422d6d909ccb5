"""End processes that a killed run or a test left behind, at the next start or at the run's end.

A process is ended only if it is the very one that was noted, or has the folder of this run in its
environment. The pid is not enough: by now it may belong to somebody else's process.
"""

import os
import signal
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil

from config.launcher import notes
from config.launcher.children import end_group, same_process
from config.launcher.output import Output

SERVERS = frozenset({"postgres", "valkey"})
# Seconds for processes without a note, started by parts or tests. A launcher among them needs the
# time to end its own first.
PATIENCE = 30.0


def end_all(
    folder: Path, output: Output, *, who: str = "An earlier run", spare: Collection[int] = ()
) -> None:
    """End the parts, then what they started, then the servers, but no process of `spare`."""
    noted = [note for note in notes.read(folder) if note.pid not in spare]
    say = partial(tell, output, who)
    servers = [note for note in noted if note.name in SERVERS]
    end_noted([note for note in noted if note not in servers], say)
    end_unnoted(folder, say, spare={*spare, *(note.pid for note in servers)})
    end_noted(servers, say)
    for note in noted:
        (folder / f"{note.pid}.json").unlink(missing_ok=True)


def tell(output: Output, who: str, what: str) -> None:
    output.say(f"{who} left {what}: ending it.")


def end_noted(noted: list[notes.Note], say: Callable[[str], None]) -> None:
    found = [(same_process(note.pid, note.started), note) for note in noted]
    alive = [(process, note) for process, note in found if process is not None]
    for process, note in alive:
        say(f"{note.name} (process {note.pid})")
        ask(process, signal.Signals(note.signal))
    for process, note in alive:
        wait_or_kill(process, note.patience)


def end_unnoted(folder: Path, say: Callable[[str], None], *, spare: Collection[int]) -> None:
    left = list(told_of(folder, spare=spare))
    for process in left:
        say(f"process {process.pid}")
        ask(process, signal.SIGTERM)
    for process in left:
        wait_or_kill(process, PATIENCE)


def told_of(folder: Path, *, spare: Collection[int]) -> Iterator[psutil.Process]:
    """All living processes that a run of this folder started."""
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            told = process.environ().get(notes.VARIABLE) == str(folder)
            mine = process.pid == os.getpid() or os.getsid(process.pid) in spare
            if told and not mine and process.status() != psutil.STATUS_ZOMBIE:
                yield process


def end(process: psutil.Process, with_signal: signal.Signals, patience: float) -> None:
    ask(process, with_signal)
    wait_or_kill(process, patience)


def ask(process: psutil.Process, with_signal: signal.Signals) -> None:
    with suppress(psutil.NoSuchProcess):
        process.send_signal(with_signal)


def wait_or_kill(process: psutil.Process, patience: float) -> None:
    """Wait for the process to end (a zombie counts as ended), then kill the rest of its group."""
    started = process.create_time()
    limit = time.monotonic() + patience
    while same_process(process.pid, started) and time.monotonic() < limit:
        time.sleep(0.05)
    with suppress(psutil.NoSuchProcess):
        process.kill()
    end_group(process.pid)
