"""Processes that the launcher starts, and their orderly end."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from config.launcher import notes
from config.launcher.output import Output


@dataclass
class Child:
    """One process in a session of its own, so that Ctrl-C reaches only the launcher."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    output: Output
    folder: Path
    stop_signal: signal.Signals = signal.SIGTERM
    patience: float = 15.0
    # Started anew when it ends by itself; without any other part, everything ends.
    comes_back: bool = False
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def start(self) -> "Child":
        self.process = subprocess.Popen(
            list(self.command),
            env=dict(self.environment),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        notes.write(self.name, self.pid, self.stop_signal, self.patience)
        assert self.process.stdout is not None
        self.reader = self.output.follow(self.name, self.process.stdout)
        return self

    @property
    def pid(self) -> int:
        assert self.process is not None, f"{self.name} was not started"
        return self.process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self.process.poll() if self.process else None

    def ask_to_stop(self) -> None:
        if self.process and self.exit_code is None:
            self.process.send_signal(self.stop_signal)

    def stop(self) -> None:
        """Ask the process to end, wait, then kill what is left of its group."""
        if self.process is None:
            return
        self.ask_to_stop()
        try:
            self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            self.output.say(f"{self.name} does not stop: ended by force.")
        end_group(self.process.pid)
        self.process.wait()
        notes.strike(self.pid)
        self.reader.join(2)

    def kill(self) -> None:
        """Kill the whole group at once, as `kill -9` does."""
        end_group(self.pid)
        if self.process:
            self.process.wait()
        notes.strike(self.pid)


def end_group(leader: int) -> None:
    # The group may be gone; macOS says "not permitted" for one that only awaits its parent.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def same_process(pid: int, started: float) -> psutil.Process | None:
    """The process with this pid, unless it is a later one that was given the same number."""
    try:
        process = psutil.Process(pid)
        alive = process.status() != psutil.STATUS_ZOMBIE
        return process if alive and abs(process.create_time() - started) < 1 else None
    except psutil.Error:
        return None
