"""The launcher as a person starts it, in a folder of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from config.launcher.places import ROOT
from config.launcher.valkey import free_port
from tests.harness.waiting import wait_until

OUTSIDE = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "PAVILION_OWNER_DATABASE_URL", "PORT", "HOST"}
LIMIT = 90
# A name that lists and addresses would divide.
ODD = "楼前, 院后 'a' \"b\" 50%#?&=:@"


@dataclass
class Launch:
    var: Path
    port: int = field(default_factory=free_port)
    extra: dict[str, str] = field(default_factory=dict)
    words: Sequence[str] = ("run",)
    clone: Path = ROOT
    text: str = ""

    def __post_init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.launcher", *self.words],
            env=told(self.var, **{"PORT": str(self.port), **self.extra}),
            cwd=self.clone,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.text += line

    def wait_until_served(self) -> "Launch":
        return self.wait_until_said("Ctrl-C ends")

    def wait_until_said(self, words: str) -> "Launch":
        wait_until(lambda: words in self.text or self.process.poll() is not None, seconds=LIMIT)
        assert words in self.text, self.text
        return self

    def ask(self, path: str) -> int:
        with urllib.request.urlopen(f"http://localhost:{self.port}{path}") as response:
            return int(response.status)

    def wait(self) -> int:
        code = self.process.wait(LIMIT)
        self.reader.join(5)
        return code

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def part(self, words: str) -> psutil.Process:
        """The process of this launch whose command line holds the words."""
        return next(process for process in self.processes() if words in line_of(process))

    def processes(self) -> Iterator[psutil.Process]:
        """Everything alive that was told to use this folder, without the launcher."""
        return (one for one in processes_of(self.var) if one.pid != self.process.pid)


def processes_of(folder: Path) -> Iterator[psutil.Process]:
    """Everything alive whose data lie in the folder."""
    for process in psutil.process_iter():
        try:
            told = Path(process.environ().get("PAVILION_VAR", "/")).is_relative_to(folder)
            # Valkey writes its title over both its line and its environment.
            inside = Path(process.cwd()).is_relative_to(folder)
            ours = told or inside or str(folder) in line_of(process)
            dead = process.status() == psutil.STATUS_ZOMBIE
        except psutil.Error:
            continue
        if ours and not dead:
            yield process


class Forks:
    """What `call` does, without loading the launcher anew; for what refuses before it starts."""

    def __enter__(self) -> "Forks":
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.config.forker"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.folder = tempfile.TemporaryDirectory()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate(timeout=LIMIT)
        self.folder.cleanup()

    def call(self, var: Path, *words: str, **extra: str) -> subprocess.CompletedProcess[str]:
        files = {name: Path(self.folder.name, name) for name in ("stdout", "stderr")}
        asked = {"words": words, "environment": told(var, **extra), **files}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(asked, default=str) + "\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        said = {name: file.read_text(encoding="utf-8") for name, file in files.items()}
        return subprocess.CompletedProcess(words, code, **said)


def call(
    var: Path, *words: str, before: Sequence[str] = (), **extra: str
) -> subprocess.CompletedProcess[str]:
    """Another command of the launcher, to its end; `before` it stand words such as setpriv's."""
    return subprocess.run(
        [*before, sys.executable, "-m", "config.launcher", *words],
        env=told(var, **extra),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )


@dataclass(frozen=True)
class FirstStart:
    """What a first `make run` left in a clone after it was ended, and what it said.

    Nobody starts anything there again: each test takes a copy, in which all is made already.
    """

    clone: Path
    said: str

    def copy_clone(self, folder: Path) -> Path:
        """The clone with all of its `var`."""
        copy(self.clone, folder)
        return folder

    def copy_var(self, var: Path) -> Path:
        """Its database and its static files, for an installation with a key of its own."""
        var.mkdir(mode=0o700, parents=True)
        for name in ("postgres", "static"):
            copy(self.clone / "var" / name, var / name)
        return var


def copy(source: Path, target: Path) -> None:
    """With owners and times, which databases and stamps look at."""
    subprocess.run(["cp", "-a", str(source), str(target)], check=True)


def copy_of_clone(folder: Path) -> Path:
    """What `make run` needs of this clone, with no `var` yet.

    With its compiled files: to compile them is Python's work, and takes as long as all else.
    """
    apps = {app.parent.name for app in ROOT.glob("*/apps.py")}
    for name in sorted(apps | {"config", "static", "templates", "locale", "requirements"}):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "manage.py", folder)
    return folder


def told(var: Path, **extra: str) -> dict[str, str]:
    return {**plain_environment(), "PAVILION_VAR": str(var), "PAVILION_DEMO": "0", **extra}


def plain_environment() -> dict[str, str]:
    """As a person's, who has set nothing for us."""
    return {key: value for key, value in os.environ.items() if key not in OUTSIDE}


def line_of(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""
