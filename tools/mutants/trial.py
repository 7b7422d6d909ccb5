"""Try one mutant on a copy of the tree."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from tools.mutants.mutant import Mutant

# Seconds; a run that takes longer hangs.
LIMIT = 180
PASSED, FAILED = 0, 1


class Fate(StrEnum):
    DIED = "died"
    HUNG = "died by timeout"
    SURVIVED = "SURVIVED"
    UNFIT = "WAS NOT TRIED"


@contextmanager
def copied(source: Path) -> Iterator[Path]:
    """A copy of what git tracks or would add, deleted when the block ends."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=source, check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory(prefix="pavilion-mutants-") as folder:
        for name in filter(None, listed.split("\0")):
            if (source / name).is_file():
                copy = Path(folder, name)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source / name, copy)
        yield Path(folder)


@contextmanager
def changed(file: Path, mutant: Mutant) -> Iterator[None]:
    """Take the rule out of the file; afterwards the file has its old text and time in any case."""
    text, before = file.read_text(encoding="utf-8"), file.stat()
    file.write_text(text.replace(mutant.anchor, mutant.instead), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def tried(
    path: str, mutant: Mutant, tree: Path, told: Mapping[str, str], *, limit: float = LIMIT
) -> tuple[Fate, str]:
    """The fate of the mutant, and the output of pytest."""
    # Python knows bytecode by second and size, so that of a mutant could be taken for the next.
    told = {**told, "PYTHONDONTWRITEBYTECODE": "1"}
    with changed(tree / path, mutant):
        code, said = run_tests(mutant.tests, tree, told, limit=limit)
    fates = {PASSED: Fate.SURVIVED, FAILED: Fate.DIED, None: Fate.HUNG}
    return fates.get(code, Fate.UNFIT), said


def killer(said: str) -> str:
    """The test that failed, by the output of pytest; empty if none did."""
    # What the product logged stands above the summary, and may begin with the same words.
    for line in reversed(said.splitlines()):
        word, _, test = line.partition(" ")
        if word in {"FAILED", "ERROR"}:
            return test.partition(" - ")[0]
    return ""


def run_tests(
    tests: Sequence[str], tree: Path, told: Mapping[str, str], *, limit: float | None = None
) -> tuple[int | None, str]:
    """Run up to the first failure; the exit code is None if `limit` seconds are over."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=line", *tests]
    with subprocess.Popen(
        command, cwd=tree, env=dict(told), text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as pytest:  # fmt: skip
        try:
            said, _ = pytest.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            return None, ""
        finally:
            if pytest.poll() is None:
                os.killpg(pytest.pid, signal.SIGKILL)
    return pytest.returncode, said
