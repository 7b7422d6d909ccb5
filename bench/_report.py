"""When and on which machine something was measured, and the page that keeps it."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from config.launcher.places import ROOT

KEPT = ROOT / "docs" / "benchmarks.md"
PROCESSORS = Path("/proc/cpuinfo")


def circumstances() -> str:
    """The day, the machine and its load, since figures of two machines can't be compared."""
    busy = os.getloadavg()[0]
    return (
        f"{date.today():%Y-%m-%d}, {os.cpu_count()} cores of {processor()}, "  # noqa: DTZ011
        f"{platform.system()}, Python {platform.python_version()}, load {busy:.1f} at the start."
    )


def processor() -> str:
    if PROCESSORS.exists():
        named = re.search(r"^model name\s*:\s*(.+)$", PROCESSORS.read_text(), re.MULTILINE)
        if named:
            return named[1]
    return platform.machine()


def keep(name: str, lines: Sequence[str], *, taken: str) -> None:
    """Replace the last result of this name; `taken` are the circumstances when it began."""
    page = KEPT.read_text() if KEPT.exists() else "# What the product carries\n"
    section = "\n".join([f"## {name}", "", taken, "", *lines, ""])
    old = re.compile(rf"^## {re.escape(name)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if old.search(page):
        page = old.sub(lambda _: section + "\n", page)
    else:
        page = page.rstrip() + "\n\n" + section
    KEPT.write_text(page.rstrip() + "\n")
