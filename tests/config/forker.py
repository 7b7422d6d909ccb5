"""`python -m tests.config.forker`: commands of the launcher, loaded once, in a fork for each.

Each line that comes in asks for one: its words, its environment, and the files that take what it
says. The line that goes out is its exit code. A command that refuses does so in milliseconds;
to load it takes half a second, and dozens of them are refused.
"""

import json
import os
import sys
import traceback
from typing import Any, NoReturn

from config.launcher.__main__ import main


def become(asked: dict[str, Any]) -> NoReturn:
    """From here on as if it had been started so."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    for stream in ("stdout", "stderr"):
        file = os.open(asked[stream], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, getattr(sys, stream).fileno())
    code = 1
    try:
        code = main(asked["words"][0], asked["words"][1:])
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve() -> None:
    while line := sys.stdin.readline():
        child = os.fork()
        if not child:
            become(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    serve()
