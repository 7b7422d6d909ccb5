"""What is done before anything is served; each step says what it does and may be repeated."""

import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from config.launcher.children import Child
from config.launcher.failure import LauncherFailure
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.stopping import Stopping
from config.told import is_on

MANAGE = (sys.executable, "manage.py")
CHOOSING = ("PAVILION_DEBUG", "PAVILION_DEMO")


@dataclass(frozen=True)
class Steps:
    places: Places
    output: Output
    stopping: Stopping
    environment: Mapping[str, str]
    owner: str
    """The URL of the role that owns the tables."""

    def run(self, title: str, command: Sequence[str], **extra: str) -> None:
        child = Child("pavilion", command, {**self.environment, **extra}, self.output, ROOT)
        child.start()
        try:
            while child.exit_code is None:
                self.stopping.pause(0.05)
        finally:
            child.stop()
        if child.exit_code:
            raise LauncherFailure(f"{title} failed; what it said stands above.")

    def migrate(self) -> None:
        self.output.say("Bringing the tables up to date …")
        command = [sys.executable, "-m", "config.migrate", "--verbosity", "0"]
        self.run("Bringing the tables up to date", command, PAVILION_OWNER_DATABASE_URL=self.owner)

    def collect_static(self) -> None:
        folder = Path(self.environment.get("STATIC_ROOT") or self.places.static)
        # The stamp lies in the folder that it describes, so another folder has its own.
        stamp, now = ROOT / folder / ".stamp", fingerprint(self.environment)
        if stamp.exists() and stamp.read_text(encoding="ascii") == now:
            return
        self.output.say("Hashing and compressing styles, scripts and pictures …")
        # Without our stamp the folder may be somebody else's, so nothing in it is deleted.
        clear = ["--clear"] if stamp.exists() else []
        command = [*MANAGE, "collectstatic", "--no-input", *clear, "--verbosity", "0"]
        self.run("Collecting static files", command)
        stamp.write_text(now, encoding="ascii")

    def make_demo(self) -> None:
        """Make the demo data once, in a database without people.

        The command makes all or nothing, so one that was interrupted is simply run again. That is
        why starting never has to drop a database.
        """
        if not is_on(self.environment["PAVILION_DEMO"]) or self.has_people():
            return
        self.output.say("Making the demo data; this takes a moment, once …")
        self.run("Making the demo data", [*MANAGE, "demo"])

    def has_people(self) -> bool:
        with psycopg.connect(self.owner) as connection:
            found = connection.execute("SELECT EXISTS (SELECT FROM accounts_user)").fetchone()
        return bool(found and found[0])


def fingerprint(environment: Mapping[str, str]) -> str:
    """A digest of static files, of packages that bring some, and of settings that choose them."""
    lines = [hashlib.sha256((ROOT / "requirements" / "local.txt").read_bytes()).hexdigest()]
    lines += [f"{name}={is_on(environment.get(name, ''))}" for name in CHOOSING]
    for path in sorted(static_files(ROOT)):
        found = path.stat()
        lines.append(f"{path.relative_to(ROOT)} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def static_files(clone: Path) -> list[Path]:
    """Our source files, without collected copies, which may lie in the clone as well."""
    folders = [clone / "static", *(app.with_name("static") for app in clone.glob("*/apps.py"))]
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
