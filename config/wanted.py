"""What each setting that is not any text has to be, and its value.

The launcher refuses the others before anything starts, and the settings refuse them wherever else
they are read: by the same table, in the same words.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from config.rates import is_limits
from config.told import DoesNotStart, is_flag

Fits = Callable[[str], bool]
LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
HIGHEST_PORT: Final = 65535
# Python would also take 1_000, other scripts' digits, nan and 1e300.
PLAIN: Final = re.compile(r"\d{1,12}", re.ASCII)
PLAIN_OR_BROKEN: Final = re.compile(r"\d{1,12}(\.\d{1,6})?", re.ASCII)


def is_whole(text: str, *, least: int, most: int) -> bool:
    return PLAIN.fullmatch(text) is not None and least <= int(text) <= most


def is_measure(text: str, *, least: float, most: float) -> bool:
    return PLAIN_OR_BROKEN.fullmatch(text) is not None and least <= float(text) <= most


def is_address(text: str) -> bool:
    try:
        return text.startswith(("http://", "https://")) and bool(urlsplit(text).netloc)
    except ValueError:
        return False


def _whole(what: str, example: int, *, least: int = 1, most: int) -> tuple[Fits, str]:
    said = f"{what} from {least} to {most}, as {example}"
    return partial(is_whole, least=least, most=most), said


def _measure(what: str, example: int, *, least: float, most: float) -> tuple[Fits, str]:
    said = f"{what} from {least} to {most}, as {example}"
    return partial(is_measure, least=least, most=most), said


FLAGS = ("PAVILION_DEMO", "PAVILION_DEBUG", "SECOND_FACTOR", "BEHIND_PROXY", "EMAIL_STARTTLS")
# The most are no limits of anything: beyond them somebody has mistaken the unit, or the key.
NUMBERS: Final[dict[str, tuple[Fits, str]]] = {
    "SWEEP_SECONDS": _measure("a number of seconds", 60, least=0.1, most=3600),
    "SWEEP_BATCH": _whole("a number of matters", 1000, most=100_000),
    "PHOTOS_AT_ONCE": _whole("a number of photos", 2, most=64),
    "SLOW_GRACE_SECONDS": _measure("a number of seconds", 30, least=1, most=3600),
    "SLOW_BYTES_A_SECOND": _measure("a number of bytes", 1000, least=1, most=1_000_000),
    "SLOW_LINES_AN_ADDRESS": _whole("a number of lines", 64, most=100_000),
    "UPLOADS_MB": _whole("a number of megabytes", 200, most=1_000_000),
    "POSTED_SESSION_HOURS": _whole("a number of hours, 0 for no end,", 12, least=0, most=8_760),
    "POSTED_IDLE_MINUTES": _whole("a number of minutes, 0 for no end,", 30, least=0, most=525_600),
    "PROOF_MINUTES": _whole("a number of minutes, 0 for never,", 10, least=0, most=525_600),
    "NUMBERS_AN_HOUR": _whole("how many numbers", 20, least=0, most=1_000_000),
    "READ_NOTICES_KEPT_DAYS": _whole("a number of days", 400, most=36_500),
    "CODES_PER_MINUTE": _whole("a number of codes", 120, most=10_000_000),
    "CODES_PER_DAY": _whole("a number of codes", 5000, most=1_000_000_000),
    "EMAIL_PORT": _whole("a number", 587, most=HIGHEST_PORT),
}
RULES: Final[dict[str, tuple[Fits, str]]] = {
    **dict.fromkeys(FLAGS, (is_flag, "1 or 0")),
    **NUMBERS,
    "LIMITS": (is_limits, "limits as config/rates.py has them, as matters=40/h/person"),
    "LOG_LEVEL": (LOG_LEVELS.__contains__, "one of " + ", ".join(LOG_LEVELS)),
    "SITE_URL": (is_address, "an address, as https://pavilion.example"),
}


def why_not(name: str) -> str:
    """A sentence if what the environment says does not fit, otherwise ""; an empty one is none."""
    text, (fits, what) = os.environ.get(name, "").strip(), RULES[name]
    return f"{name}={text} does not fit: give {what}." if text and not fits(text) else ""


def fitting(name: str, default: str) -> str:
    if sentence := why_not(name):
        raise DoesNotStart(sentence)
    return os.environ.get(name, "").strip() or default


def whole(name: str, default: int) -> int:
    return int(fitting(name, str(default)))


def measure(name: str, default: float) -> float:
    return float(fitting(name, str(default)))
