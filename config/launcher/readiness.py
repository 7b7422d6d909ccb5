"""Is the port free; does the web server answer."""

import http.client
import socket

from config.launcher.children import Child
from config.launcher.environment import Address
from config.launcher.failure import LauncherFailure
from config.launcher.stopping import Stopping

START_LIMIT = 60.0
HEALTH = "/healthz/"


def refuse_taken_port(address: Address) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError as error:
            another = address.port + 1
            raise LauncherFailure(
                f"Port {address.port} is taken ({error.strerror}). Try: make run PORT={another}"
            ) from None


def wait_for_web(child: Child, address: Address, stopping: Stopping) -> None:
    waited = 0.0
    while child.exit_code is None and waited < START_LIMIT:
        if answers(address):
            return
        stopping.pause(0.1)
        waited += 0.1
    raise LauncherFailure("The web server does not answer; what it said stands above.")


def answers(address: Address) -> bool:
    host = "127.0.0.1" if address.open_to_network else address.host
    connection = http.client.HTTPConnection(host, address.port, timeout=5)
    try:
        connection.request("GET", HEALTH, headers={"Host": f"localhost:{address.port}"})
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()
