"""Which addresses belong to one line. Pure."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

# One line of IPv6 has 2**64 addresses, so all of them count as one.
OF_ONE_LINE = 64


def line_of(address: str) -> str:
    """The address itself; for IPv6 the network that belongs to one line.

    A socket for both kinds writes an IPv4 address as an IPv6 one: it is read as what it is.
    """
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped or ip_network((known, OF_ONE_LINE), strict=False))
