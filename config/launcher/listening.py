"""Read PORT and HOST as people write them into what a socket needs."""

import ipaddress
import socket

from config.launcher.failure import LauncherFailure
from config.wanted import HIGHEST_PORT, is_whole


def port_of(text: str) -> int:
    if not is_whole(text, least=1, most=HIGHEST_PORT):
        raise LauncherFailure(
            f"PORT={text} is no port: give a number from 1 to {HIGHEST_PORT}, as 8001."
        )
    return int(text)


def host_of(text: str) -> str:
    """An IP address, since the web server accepts no names, not even localhost."""
    plain = text.removeprefix("[").removesuffix("]")
    try:
        found = socket.getaddrinfo(plain, None, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(entry[4][0]) for entry in found]
    except (OSError, ValueError):
        raise LauncherFailure(
            f"HOST={text} is no address: give one of this machine's, 0.0.0.0 for all of them, "
            "or none for this machine alone."
        ) from None
    return str(min(addresses, key=lambda address: address.version))


def family_of(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
