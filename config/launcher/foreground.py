"""Run a command in the terminal's process group, so that Ctrl-C reaches it directly."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence

from config.launcher import notes
from config.launcher.places import ROOT
from config.launcher.stopping import Stopped, Stopping

# Seconds for tests or commands to sum up and clear up after Ctrl-C.
PATIENCE = 10.0
BY_SIGNAL = 128


def run(command: Sequence[str], told: Mapping[str, str], stopping: Stopping) -> int:
    """Run `command`; return its exit code, or, as shells do, 128 + the signal that ended it."""
    process = subprocess.Popen(list(command), env=dict(told), cwd=ROOT)
    notes.write("the command", process.pid, signal.SIGTERM, PATIENCE)
    try:
        while process.poll() is None:
            stopping.pause(0.05)
    except Stopped:
        end(process, told_by_terminal=stopping.number == signal.SIGINT and in_foreground())
        return BY_SIGNAL + stopping.number
    finally:
        notes.strike(process.pid)
    return process.returncode


def in_foreground() -> bool:
    """True if the terminal sends its Ctrl-C to our process group."""
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError):
        return False


def end(process: subprocess.Popen[bytes], *, told_by_terminal: bool) -> None:
    """End `process`; a second SIGINT would cut its clearing up short, so it gets only one."""
    if not told_by_terminal:
        process.send_signal(signal.SIGINT)
    for force in (process.terminate, process.kill):
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            force()
    process.wait()
