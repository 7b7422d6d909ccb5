"""The three parts that serve: web, worker, beat."""

import sys
from collections.abc import Mapping
from pathlib import Path

from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.output import Output
from config.launcher.places import ROOT

CELERY = ("-m", "celery", "-A", "config")


def web(environment: Mapping[str, str], output: Output, address: Address) -> Child:
    options = ["--interface", "wsgi", "--host", address.host, "--port", str(address.port)]
    threads = ["--workers", "2", "--blocking-threads", "4", "--no-ws"]
    command = [sys.executable, "-m", "granian", *options, *threads, "config.wsgi:application"]
    return Child("web", command, environment, output, ROOT)


def worker(environment: Mapping[str, str], output: Output) -> Child:
    options = ["--concurrency", "2", "--without-gossip", "--without-mingle", "--loglevel", "INFO"]
    return Child("worker", [sys.executable, *CELERY, "worker", *options], environment, output, ROOT)


def beat(environment: Mapping[str, str], output: Output, schedule: Path) -> Child:
    options = ["--schedule", str(schedule), "--pidfile=", "--loglevel", "WARNING"]
    return Child("beat", [sys.executable, *CELERY, "beat", *options], environment, output, ROOT)
