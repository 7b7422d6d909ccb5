"""The parts that serve: web, worker, beat, and the watch that looks where the last two do not."""

import sys
from collections.abc import Mapping

from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.output import Output
from config.launcher.places import ROOT
from config.launcher.privilege import is_root

CELERY = ("-m", "celery", "--quiet", "-A", "config")
# Workers end within three seconds though streams are open; each takes in so many connections at
# once, where the default would leave out pages once 500 phones watch. HTTP/2, which no browser
# speaks without TLS, has no limit of time for a head.
GRANIAN = ("--workers-kill-timeout", "3", "--backpressure", "4096", "--http", "1")
# Seconds within which a head comes; a line that waits idle for the next one is closed, too.
HEAD_LIMIT = 15.0
# Celery warns about root, but here that is somebody trying it out, perhaps in a container.
AS_ROOT = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges"}


def web(
    environment: Mapping[str, str], output: Output, address: Address, *, workers: int = 2
) -> Child:
    options = ["--interface", "asgi", "--host", address.host, "--port", str(address.port)]
    head = min(HEAD_LIMIT, float(environment.get("SLOW_GRACE_SECONDS") or HEAD_LIMIT))
    lines = ["--http1-header-read-timeout", str(max(1, int(head * 1000))), "--no-ws"]
    ways = ["--workers", str(workers), *GRANIAN, *lines, "--respawn-failed-workers"]
    command = [sys.executable, "-m", "granian", *options, *ways, "config.asgi:application"]
    return Child("web", command, environment, output, ROOT)


def worker(environment: Mapping[str, str], output: Output) -> Child:
    level = environment.get("LOG_LEVEL", "INFO")
    options = ["--concurrency", "2", "--without-gossip", "--without-mingle", "--loglevel", level]
    command = [sys.executable, *CELERY, "worker", *options]
    told = {**environment, **(AS_ROOT if is_root() else {})}
    return Child("worker", command, told, output, ROOT)


def beat(environment: Mapping[str, str], output: Output) -> Child:
    options = ["--pidfile=", "--loglevel", "WARNING"]
    return Child("beat", [sys.executable, *CELERY, "beat", *options], environment, output, ROOT)


def watch(environment: Mapping[str, str], output: Output) -> Child:
    command = [sys.executable, "manage.py", "sweep", "--loop"]
    return Child("watch", command, environment, output, ROOT, comes_back=True)
