"""`python -m tools.checks.house NAME` runs one of the checks written for this project."""

import importlib
import sys


def main(name: str) -> int:
    found = list(importlib.import_module(f"tools.checks.{name}").problems())
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
