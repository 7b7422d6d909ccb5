"""How much one person, and one address, may do within an hour and a day.

`LIMITS` in the environment changes some: `matters=40/h/person 100/d/person; urgent=none`.
"""

from __future__ import annotations

import re

# One number and the next are many times what the busiest person does; a sitting and a street of
# houses share one address.
DEFAULTS = {
    "matters": "20/h/person 60/d/person 200/h/address",
    "urgent": "5/h/person 12/d/person 60/h/address",
    # By workers, for those who call or come.
    "written_down": "120/h/person",
    "additions": "30/h/person 300/h/address",
    "supports": "60/h/person 600/h/address",
    # Forms sent before signing in, each kept until a number is proved.
    "drafts": "120/h/address 600/d/address",
    "photos": "120/h/person",
    "photos_before_sign_in": "120/h/address",
    # Looks at the numbers of residents.
    "numbers": "60/h/person 200/d/person",
    # Before signing in a sitting shares one Wi-Fi; what one number may get is told apart.
    "codes_asked": "100/m/address",
    "codes_given": "300/m/address",
    # Every other form by which something is done.
    "acts": "600/h/person",
}
SPANS = {"m": 60, "h": 3600, "d": 86400}
ONE = re.compile(r"(\d{1,7})/([mhd])/(person|address)")

Limit = tuple[int, int, str]


def limits_of(said: str) -> dict[str, tuple[Limit, ...]]:
    """By name: the most, the seconds, and by what is counted. Raises ValueError for what is odd."""
    told = dict(DEFAULTS)
    for part in filter(None, (part.strip() for part in said.split(";"))):
        name, _sign, rest = part.partition("=")
        if name.strip() not in DEFAULTS:
            raise ValueError(f"{name.strip()} is no limit; there are {', '.join(DEFAULTS)}")
        told[name.strip()] = rest.strip()
    return {name: tuple(_one(limit) for limit in _each(rest)) for name, rest in told.items()}


def is_limits(said: str) -> bool:
    try:
        limits_of(said)
    except ValueError:
        return False
    return True


def _each(said: str) -> list[str]:
    if not said:
        raise ValueError("a limit says how much, or none")
    return [] if said == "none" else said.split()


def _one(said: str) -> Limit:
    found = ONE.fullmatch(said)
    if found is None:
        raise ValueError(f"{said} is no limit, such as 20/h/person")
    return int(found[1]), SPANS[found[2]], found[3]
