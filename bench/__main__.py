"""Run the named measurements, or all, on a fresh database."""

import importlib
import os
import pkgutil
import subprocess
import sys

import django
from django.db import connections

import bench
from bench._report import circumstances, keep
from config.launcher.places import ROOT
from tests.harness.template import drop, own_name, server_connection

WRITE = "--write"


def main(arguments: list[str]) -> int:
    names = [name for name in arguments if name != WRITE]
    # What has a folder is a command of its own.
    every = [found.name for found in pkgutil.iter_modules(bench.__path__) if not found.ispkg]
    every = sorted(name for name in every if not name.startswith("_"))
    unknown = sorted(set(names) - set(every))
    if unknown:
        print(f"There is no {', '.join(unknown)} to measure; there is: {', '.join(every)}.")
        return 1
    for name in names or every:
        # Each has its own database, so that no data of another disturbs it.
        connections.close_all()
        make_database()
        collect_static()
        django.setup()
        lines = []
        taken = circumstances()
        print(f"## {name}\n\n{taken}\n", flush=True)
        for line in importlib.import_module(f"bench.{name}").measure():
            print(line, flush=True)
            lines.append(line)
        if WRITE in arguments:
            keep(name, lines, taken=taken)
    return 0


def make_database() -> None:
    with server_connection() as server:
        drop(server, own_name())
        server.execute(f'CREATE DATABASE "{own_name()}"')
    command = [sys.executable, "-m", "config.migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=os.environ, check=True)


def collect_static() -> None:
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=os.environ, check=True)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    sys.exit(main(sys.argv[1:]))
