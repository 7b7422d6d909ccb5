"""A frozen web worker is ended by those beside it; nobody else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.launcher.places import ROOT
from config.siblings import PATIENCE, Siblings

SERVER = 7
FROZEN = """
import os, signal, sys
from pathlib import Path
from config.siblings import Siblings
siblings = Siblings(Path(sys.argv[1]), server=int(sys.argv[2]))
print("holds", flush=True)
os.kill(os.getpid(), signal.SIGSTOP)
"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Siblings]:
    siblings = Siblings(tmp_path, server=SERVER)
    yield siblings
    siblings.end()


@pytest.fixture
def frozen(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    server = getattr(request, "param", SERVER)
    command = [sys.executable, "-c", FROZEN, str(tmp_path), str(server)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "holds\n"
    yield process
    process.kill()
    process.communicate()


def test_one_that_is_frozen_is_ended_after_a_while(
    own: Siblings, frozen: subprocess.Popen[str], tmp_path: Path
) -> None:
    for _ in range(PATIENCE):
        own.look()
    # It moves once more: what it missed is forgotten.
    os.utime(tmp_path / f"{SERVER}-{frozen.pid}")
    for _ in range(PATIENCE):
        own.look()
    assert frozen.poll() is None
    own.look()
    assert frozen.wait(20) == -signal.SIGKILL
    own.look()
    assert list(tmp_path.iterdir()) == [own.own]


@pytest.fixture
def ended() -> Iterator[list[int]]:
    """Whom the system is asked to end; it would take a moment, and is not asked."""
    asked: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "kill", lambda pid, _signal: asked.append(pid))
        yield asked


@pytest.mark.parametrize("frozen", [SERVER + 1], indirect=True)
def test_a_worker_of_another_server_is_left_alone(
    own: Siblings, frozen: subprocess.Popen[str], ended: list[int]
) -> None:
    for _ in range(2 * PATIENCE):
        own.look()
    assert ended == []


def test_a_number_that_the_system_gave_to_another_is_left_alone(
    own: Siblings, frozen: subprocess.Popen[str], tmp_path: Path, ended: list[int]
) -> None:
    """A dead worker left its file behind, which nobody holds."""
    (tmp_path / f"{SERVER}-{frozen.pid}").unlink()
    left = tmp_path / f"{SERVER}-{frozen.pid}"
    left.touch()
    for _ in range(2 * PATIENCE):
        own.look()
    assert ended == []
    assert not left.exists()
