"""The locked packages belong to the wishes beside them; told offline by a digest in the lock.

Each lock begins with the digest of the `.in` file and of those it includes. `make lock` writes
it; whoever changes a wish without locking again is told here.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "requirements"
# Each lock keeps to the versions of the one before it.
LOCKS = {
    FOLDER / "runtime.in": ROOT / "requirements.txt",
    FOLDER / "local.in": FOLDER / "local.txt",
    FOLDER / "development.in": FOLDER / "development.txt",
}
HEADER = "# Locked by `make lock` from {name}, sha256 {digest}\n"
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[.*?\])?==([^ ;\\]+)", re.MULTILINE)

# A pinned line that does not go on with its digests.
UNHASHED = re.compile(r"^([a-z0-9._-]+)==[^\n]*[^\\\n]$", re.MULTILINE)


def wishes(file: Path) -> str:
    """The file with what it includes, comments and order aside."""
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            lines.append(wishes(file.parent / line[3:].strip()))
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return "\n".join(sorted("\n".join(lines).splitlines()))


def header(file: Path) -> str:
    digest = hashlib.sha256(wishes(file).encode()).hexdigest()
    return HEADER.format(name=file.name, digest=digest)


def pins(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


def problems() -> Iterator[str]:
    for wanted, lock in LOCKS.items():
        yield from problems_of(wanted, lock)
    production = pins(LOCKS[FOLDER / "runtime.in"])
    for lock in LOCKS.values():
        for name, versions in pins(lock).items():
            if versions != production.get(name, versions):
                yield f"{lock.name} has another {name} than production"


def problems_of(wanted: Path, lock: Path) -> Iterator[str]:
    text = lock.read_text(encoding="utf-8")
    if not text.startswith(header(wanted)):
        yield f"{lock.name} does not belong to {wanted.name}: run `make lock`"
    for name in UNHASHED.findall(text):
        yield f"{lock.name} holds {name} without a digest"
