"""The files of the project: what git tracks or would add."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# The product: what runs in production, with the demo.
APPS = [
    "accounts",
    "acting",
    "clocks",
    "config",
    "council",
    "demo",
    "desks",
    "grids",
    "issues",
    "ledger",
    "notifications",
]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    """Each text file with its text."""
    found = []
    for path in tracked():
        try:
            found.append((path.relative_to(ROOT), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found
