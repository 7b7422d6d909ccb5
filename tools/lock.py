"""`make lock` fixes version and digest of every package, for all platforms at once."""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.checks.locks import LOCKS, ROOT, header

OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]


def main(arguments: list[str]) -> int:
    """`--upgrade` takes newer versions; without it, locked versions stay."""
    if not shutil.which("uv"):
        print("Locking needs uv (python3 -m pip install uv).")
        return 1
    before: list[str] = []
    for wanted, lock in LOCKS.items():
        command = ["uv", "pip", "compile", "--quiet", "--no-header", *OPTIONS, *arguments]
        command += [*before, str(wanted.relative_to(ROOT)), "-o", str(lock.relative_to(ROOT))]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return 1
        lock.write_text(header(wanted) + without_header(lock), encoding="utf-8")
        before = ["-c", str(lock.relative_to(ROOT))]
    return 0


def without_header(lock: Path) -> str:
    lines = lock.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("# Locked by"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
