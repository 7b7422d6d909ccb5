"""A command in the terminal's own group: Ctrl-C reaches it, which sums up and ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence

from config.launcher import notes
from config.launcher.places import ROOT
from config.launcher.stopping import Stopped, Stopping

# To sum up and to clear away what tests or commands have open.
PATIENCE = 10.0
BY_SIGNAL = 128


def run(command: Sequence[str], told: Mapping[str, str], stopping: Stopping) -> int:
    """Its exit code; one that was asked to end meanwhile is 128 and the signal, as in a shell."""
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
    """Is this the group of processes that a terminal sends its Ctrl-C to?"""
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError):
        return False


def end(process: subprocess.Popen[bytes], *, told_by_terminal: bool) -> None:
    """A second Ctrl-C would cut the clearing up short, so it gets one only if it had none."""
    if not told_by_terminal:
        process.send_signal(signal.SIGINT)
    for force in (process.terminate, process.kill):
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            force()
    process.wait()
