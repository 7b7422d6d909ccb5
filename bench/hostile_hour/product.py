"""The product as `make run` serves it, behind a Caddy with deploy/Caddyfile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.launcher.environment import Address
from config.launcher.places import ROOT, Places
from config.launcher.readiness import answers
from config.launcher.valkey import free_port
from tests.harness.waiting import wait_until

LAUNCHER = (sys.executable, "-m", "config.launcher")
# Seconds: the demo is made first.
START_LIMIT, END_LIMIT = 900.0, 60.0
# What would lead to servers of somebody's.
NOT_OURS = ("DATABASE_URL", "PAVILION_OWNER_DATABASE_URL", "REDIS_URL", "HOST", "MINUTES")


@dataclass(frozen=True)
class Product:
    places: Places
    port: int
    """The proxy's."""
    environment: dict[str, str]

    @property
    def told(self) -> dict[str, str]:
        """What the running parts were told."""
        told: dict[str, str] = json.loads(self.places.told.read_text(encoding="utf-8"))
        return told

    @property
    def log(self) -> Path:
        return self.places.var / "log"

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [*LAUNCHER, "manage", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )


@contextmanager
def running() -> Iterator[Product]:
    """Begun anew, with nothing but the demo's data."""
    places = Places.of_clone().apart("hostile-hour")
    web, proxy = free_port(), free_port()
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    own = {
        "PAVILION_VAR": str(places.var),
        "PORT": str(web),
        "BEHIND_PROXY": "1",
        "SITE_URL": f"http://localhost:{proxy}",
    }
    product = Product(places, proxy, {**kept, **own})
    reset = [*LAUNCHER, "demo-reset"]
    subprocess.run(reset, cwd=ROOT, env=product.environment, stdout=subprocess.DEVNULL, check=True)
    with product.log.open("w", encoding="utf-8") as log:
        serving = begun([*LAUNCHER, "run"], product.environment, log.fileno())
        try:
            wait_until(
                lambda: product.places.told.exists() or serving.poll() is not None,
                seconds=START_LIMIT,
                what="that the product serves",
            )
            if serving.poll() is not None:
                raise SystemExit(f"The product did not start; {product.log} tells why.")
            with proxied(places.var, web, proxy):
                yield product
        finally:
            ended(serving)


@contextmanager
def proxied(folder: Path, web: int, port: int) -> Iterator[None]:
    caddy = shutil.which("caddy")
    if caddy is None:
        raise SystemExit("This needs Caddy, as Debian's package `caddy` brings it.")
    told = {
        **os.environ,
        "DOMAIN": f"http://localhost:{port}",
        "WEB": f"127.0.0.1:{web}",
        "CADDY_ADMIN": f"127.0.0.1:{free_port()}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    file = str(ROOT / "deploy" / "Caddyfile")
    command = [caddy, "run", "--adapter", "caddyfile", "--config", file]
    with (folder / "log-of-caddy").open("w", encoding="utf-8") as log:
        process = begun(command, told, log.fileno())
        try:
            address = Address("127.0.0.1", port)
            wait_until(lambda: answers(address), what="Caddy")
            yield
        finally:
            ended(process)


def begun(
    command: Sequence[str], environment: dict[str, str], output: int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        list(command),
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(END_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
