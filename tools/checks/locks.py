"""The locked packages must fit the wishes in `requirements/*.in`; a digest tells, offline.

Each lock begins with the digest of its `.in` file and of those it includes, written by `make
lock`. If someone changes a wish and does not lock again, this check fails.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "requirements"
# Each lock takes the versions of the one before it.
LOCKS = {
    FOLDER / "runtime.in": ROOT / "requirements.txt",
    FOLDER / "local.in": FOLDER / "local.txt",
    FOLDER / "development.in": FOLDER / "development.txt",
}
HEADER = "# Locked by `make lock` from {name}, sha256 {digest}\n"
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[.*?\])?==([^ ;\\]+)", re.MULTILINE)

# A pinned line without digests after it.
UNHASHED = re.compile(r"^([a-z0-9._-]+)==[^\n]*[^\\\n]$", re.MULTILINE)


# Where packages come from, or one that is taken from elsewhere than the rest.
SOURCES = re.compile(
    r"^(?:--(?:index-url|extra-index-url|find-links|trusted-host)|[^#\n]* @ ).*$", re.MULTILINE
)


def wishes(file: Path) -> str:
    """The lines of the file and of those it includes, sorted and without comments."""
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
    for line in SOURCES.findall(text):
        yield f"{lock.name} names a source of packages, which is each machine's own: {line}"
    for name in UNHASHED.findall(text):
        yield f"{lock.name} holds {name} without a digest"
