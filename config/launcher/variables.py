"""Check settings before anything starts; wrong ones would end the parts with a traceback."""

import psycopg
import redis
from psycopg.conninfo import conninfo_to_dict

from config.launcher.failure import LauncherFailure
from config.wanted import RULES, why_not

ANSWER_LIMIT = 10


def refuse_wrong_settings() -> None:
    for name in RULES:
        if sentence := why_not(name):
            raise LauncherFailure(sentence)


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
