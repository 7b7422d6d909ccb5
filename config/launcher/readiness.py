"""Check that the port is free, and that the web server answers."""

import errno
import http.client
import socket
from contextlib import suppress

from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.failure import LauncherFailure
from config.launcher.listening import family_of
from config.launcher.stopping import Stopping
from config.wanted import HIGHEST_PORT

START_LIMIT = 60.0
HEALTH = "/healthz/"


def refuse_taken_port(address: Address) -> None:
    """Refuse a port in use, since the web server would silently share it with the other."""
    try:
        probe(address.host, address.port)
    except OSError as error:
        raise LauncherFailure(why_not(address, error.errno, error.strerror)) from None
    if address.name == "localhost":
        # A browser may take either for that name; a machine without IPv6 has one only.
        with suppress(OSError):
            probe("::1", address.port)
            return
        if listens("::1", address.port):
            raise LauncherFailure(why_not(address, errno.EADDRINUSE, None))


def probe(host: str, port: int) -> None:
    with socket.socket(family_of(host)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((host, port))


def listens(host: str, port: int) -> bool:
    with socket.socket(family_of(host)) as caller:
        caller.settimeout(1)
        return caller.connect_ex((host, port)) == 0


def why_not(address: Address, number: int | None, said: str | None) -> str:
    if number == errno.EADDRNOTAVAIL:
        return f"HOST={address.host} is not an address of this machine. Leave it out, or: 0.0.0.0"
    if number == errno.EADDRINUSE:
        another = address.port + 1 if address.port < HIGHEST_PORT else address.port - 1
        return f"Port {address.port} is taken. Try: make run PORT={another}"
    if number == errno.EACCES:
        return f"Port {address.port} is kept for the system. Try: make run PORT=8000"
    return f"Nothing can listen on {address.host}, port {address.port}: {said}."


def wait_for_web(child: Child, address: Address, stopping: Stopping, *, names: str) -> None:
    """Wait until the web server answers; `names` are the site's host names, comma-separated."""
    known = [name.strip().removeprefix(".") for name in names.split(",")]
    host = address.name if {address.name, "*"} & set(known) else known[0]
    waited = 0.0
    while child.exit_code is None and waited < START_LIMIT:
        if answers(address, host=host):
            return
        stopping.pause(0.1)
        waited += 0.1
    raise LauncherFailure("The web server does not answer; what it said stands above.")


def answers(address: Address, *, host: str = "localhost") -> bool:
    connection = http.client.HTTPConnection(address.near, address.port, timeout=5)
    try:
        connection.request("GET", HEALTH, headers={"Host": f"{host}:{address.port}"})
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
