"""Make the virtual environment, and update it when the locked packages change.

The machine's own Python runs this before anything is installed. So it uses only the standard
library, and syntax that a Python too old for Pavilion can read, in order to say so.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"


def main(name: str) -> int:
    """Return exit code 0 if `.venv` holds what requirements/<name>.txt says."""
    if sys.version_info < OLDEST:
        print("Pavilion needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
        print("Name another one: make run PYTHON=/path/to/python3")
        return 1
    locked = ROOT / "requirements" / (name + ".txt")
    stamp = FOLDER / (".installed-" + name)
    wanted = hashlib.sha256(locked.read_bytes()).hexdigest()
    if works() and stamp.exists() and stamp.read_text() == wanted:
        return 0
    if not (works() or make()) or not install(locked):
        return 1
    stamp.write_text(wanted)
    return 0


def works() -> bool:
    """False if the folder was moved, or its Python was removed or lacks pip."""
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-c", "import pip, sys; print(sys.prefix)"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.returncode == 0 and Path(done.stdout.strip()).resolve() == FOLDER.resolve()


def make() -> bool:
    print("Making a virtual environment in .venv ...", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=False)
    if made.returncode:
        print("Python's venv is missing (on Debian and Ubuntu: apt install python3-venv).")
    return made.returncode == 0


def install(locked: Path) -> bool:
    print("Installing the locked packages of " + locked.name + " ...", flush=True)
    options = ["--require-hashes", "-qq", "--disable-pip-version-check", "--no-input"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(locked)]
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
