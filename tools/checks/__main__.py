"""Run all checks in turn. What passes takes one line; of what fails, all is shown."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tools.checks.tracked import APPS, ROOT, tracked

BIN = Path(sys.executable).parent
CODE = [*APPS, "bench", "tests", "tools", "manage.py"]
PYTHON = [sys.executable, "-m"]


def checks() -> dict[str, list[str]]:
    templates = [str(path) for path in tracked() if path.suffix == ".html"]
    manage = [sys.executable, "-W", "ignore", "manage.py"]
    house = [*PYTHON, "tools.checks.house"]
    return {
        "code (ruff)": [*PYTHON, "ruff", "check", "--quiet", "."],
        "form (ruff)": [*PYTHON, "ruff", "format", "--check", "--quiet", "."],
        "types (mypy)": [*PYTHON, "mypy", "--no-error-summary", *CODE],
        "imports (import-linter)": [str(BIN / "lint-imports")],
        "templates (djade)": [str(BIN / "djade"), "--target-version", "5.2", "--check", *templates],
        "safety (bandit)": [*PYTHON, "bandit", "-q", "-c", "pyproject.toml", "-r", *APPS],
        "circles": [*house, "circles"],
        "unused code (vulture)": [*house, "unused"],
        "system checks (django)": [*manage, "check", "--fail-level", "WARNING"],
        "migrations (django)": [*manage, "makemigrations", "--check", "--dry-run"],
        "translations": [*PYTHON, "tools.messages", "--check"],
        "acts": [*PYTHON, "tools.acts", "--check"],
        "addresses": [*house, "addresses"],
        "locks": [*house, "locks"],
        "licences": [*house, "licences"],
        "sizes": [*house, "sizes"],
    }


def main(only: list[str]) -> int:
    """Run the named checks, as in `python -m tools.checks types`, or all."""
    failed = 0
    for name, command in checks().items():
        if only and not any(word in name for word in only):
            continue
        began = time.monotonic()
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
        )
        mark = "ok" if done.returncode == 0 else "WRONG"
        print(f"{mark:5}  {name} ({time.monotonic() - began:.1f} s)", flush=True)
        if done.returncode:
            failed += 1
            print(done.stdout + done.stderr, flush=True)
    print(f"{failed} checks found something." if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
