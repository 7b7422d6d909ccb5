"""Check settings before anything starts; wrong ones would end the parts with a traceback."""

import math
import os
from collections.abc import Callable
from urllib.parse import urlsplit

import psycopg
import redis
from psycopg.conninfo import conninfo_to_dict

from config.launcher.failure import LauncherFailure
from config.launcher.listening import HIGHEST_PORT
from config.rates import is_limits
from config.told import is_flag

ANSWER_LIMIT = 10
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


def is_span(text: str) -> bool:
    try:
        return 0 < float(text) < math.inf
    except ValueError:
        return False


def is_count(text: str) -> bool:
    return text.isascii() and text.isdigit()


def is_port(text: str) -> bool:
    return is_count(text) and 0 < int(text) <= HIGHEST_PORT


def is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and bool(urlsplit(text).netloc)


FLAGS = ("PAVILION_DEMO", "PAVILION_DEBUG", "SECOND_FACTOR", "BEHIND_PROXY", "EMAIL_STARTTLS")
RULES: dict[str, tuple[Callable[[str], bool], str]] = {
    **dict.fromkeys(FLAGS, (is_flag, "1 or 0")),
    "SWEEP_SECONDS": (is_span, "a number of seconds above 0, as 60"),
    "PHOTOS_AT_ONCE": (is_count, "a number of photos, as 2"),
    "SLOW_GRACE_SECONDS": (is_span, "a number of seconds above 0, as 30"),
    "SLOW_BYTES_A_SECOND": (is_span, "a number of bytes above 0, as 1000"),
    "SLOW_LINES_AN_ADDRESS": (is_count, "a number of lines, as 64"),
    "POSTED_SESSION_HOURS": (is_count, "a number of hours, as 12, or 0 for no end"),
    "POSTED_IDLE_MINUTES": (is_count, "a number of minutes, as 30, or 0 for no end"),
    "PROOF_MINUTES": (is_count, "a number of minutes, as 10, or 0 for never"),
    "NUMBERS_AN_HOUR": (is_count, "how many numbers, as 20"),
    "READ_NOTICES_KEPT_DAYS": (is_count, "a number of days, as 400"),
    "CODES_PER_MINUTE": (is_count, "a number of codes, as 120"),
    "CODES_PER_DAY": (is_count, "a number of codes, as 5000"),
    "LIMITS": (is_limits, "limits as config/rates.py has them, as matters=40/h/person"),
    "EMAIL_PORT": (is_port, f"a number from 1 to {HIGHEST_PORT}, as 587"),
    "LOG_LEVEL": (LOG_LEVELS.__contains__, "one of " + ", ".join(LOG_LEVELS)),
    "SITE_URL": (is_address, "an address, as https://pavilion.example"),
}


def refuse_wrong_settings() -> None:
    for name, (fits, what) in RULES.items():
        text = os.environ.get(name)
        if text and not fits(text):
            raise LauncherFailure(f"{name}={text} does not fit: give {what}.")


def refuse_silent_database(name: str, url: str) -> None:
    """Refuse a database that doesn't answer; don't print its URL, which may hold a password."""
    try:
        if not url.startswith(("postgresql://", "postgres://")):
            raise psycopg.ProgrammingError
        conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise LauncherFailure(
            f"{name} names no database: give it as postgresql://role:password@host/name."
        ) from None
    try:
        psycopg.connect(url, connect_timeout=ANSWER_LIMIT).close()
    except psycopg.Error as error:
        raise LauncherFailure(
            f"The database of {name} does not answer: {' '.join(str(error).split())}"
        ) from None


def refuse_silent_broker(url: str) -> None:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=ANSWER_LIMIT) as client:
            client.ping()
    except (redis.RedisError, ValueError, OSError) as error:
        raise LauncherFailure(f"The broker of REDIS_URL does not answer: {error}") from None
