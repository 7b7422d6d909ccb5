"""Configurations that must not serve, each with the sentence that says so (decision 0084)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

SHORTEST_KEY: Final = 50
FEWEST_CHARACTERS: Final = 10
# Made by `django-admin startproject`, or written where a key should go.
GIVEN_AWAY: Final = ("django-insecure-", "change", "secret", "example", "insecure")
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
MAKE_ONE: Final = "`openssl rand -hex 32` makes a good one"


@dataclass(frozen=True, kw_only=True)
class Configuration:
    key: str
    fallbacks: Sequence[str]
    site_url: str
    hosts: Sequence[str]
    broker: str
    is_demo: bool
    is_debugged: bool

    @property
    def is_public(self) -> bool:
        """Where people live: by TLS, or under a name that is not this machine's own."""
        parts = urlsplit(self.site_url)
        return parts.scheme == "https" or (parts.hostname or "") not in LOOPBACK

    @property
    def has_tls(self) -> bool:
        return self.site_url.startswith("https://")


def refusals(told: Configuration) -> Iterator[str]:
    """One sentence for each thing that must not be."""
    yield from about_keys(told)
    if told.is_demo and told.has_tls:
        yield (
            "PAVILION_DEMO signs anybody in as anybody, and SITE_URL is an https address: "
            "unset one of them."
        )
    if told.is_debugged and told.is_public:
        yield (
            "PAVILION_DEBUG shows settings and code to visitors, and SITE_URL is not this "
            "machine's own address: unset one of them."
        )
    if told.has_tls and "*" in told.hosts:
        yield "ALLOWED_HOSTS is *, so links in messages could lead anywhere: name the site."
    if told.has_tls and not has_password(told.broker):
        yield "REDIS_URL has no password: give one, as redis://:password@host:6379/0."


def about_keys(told: Configuration) -> Iterator[str]:
    if not told.key:
        yield f"SECRET_KEY is not set; {MAKE_ONE}, and `make run` makes one by itself."
        return
    # Whoever reaches a demo is anybody there already; checks and builds need no secret either.
    if told.is_demo:
        return
    named = [("SECRET_KEY", told.key), *(("SECRET_KEY_FALLBACKS", one) for one in told.fallbacks)]
    for name, key in named:
        if key.lower().startswith(GIVEN_AWAY):
            yield f"{name} holds a key that others know; {MAKE_ONE}."
        elif len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_CHARACTERS:
            yield (
                f"{name} holds a key that can be guessed, shorter than {SHORTEST_KEY} characters "
                f"or of few different ones; {MAKE_ONE}."
            )


def has_password(broker: str) -> bool:
    """A socket in the file system is guarded by its mode instead."""
    return broker.startswith("unix://") or bool(urlsplit(broker).password)
