"""What a session remembers of how it began and when it was last used, and what that is worth.

Times are seconds since the epoch. All of it is in the session, so a page costs nothing for it; what
it is written for is written once a minute at most.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from accounts.enums import Worth

KEY = "presence"
MINUTE, HOUR, DAY = 60, 3600, 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """For sessions of people who hold a post, in seconds; 0 is without end."""

    needs_factor: bool
    lasts: int
    idle: int

    @property
    def hold(self) -> bool:
        return bool(self.needs_factor or self.lasts or self.idle)

    @classmethod
    def of_settings(cls) -> Limits:
        return cls(
            needs_factor=settings.SECOND_FACTOR,
            lasts=settings.POSTED_SESSION_HOURS * HOUR,
            idle=settings.POSTED_IDLE_MINUTES * MINUTE,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """`code` and `factor`: when either was given last, 0 for never. `posts`: what was held then."""

    since: float
    seen: float
    code: float = 0
    factor: float = 0
    posts: tuple[int, ...] = ()

    @classmethod
    def in_session(cls, session: SessionBase) -> Self | None:
        """None for a session that began before sessions remembered this."""
        kept: dict[str, Any] | None = session.get(KEY)
        return cls(**{**kept, "posts": tuple(kept["posts"])}) if kept else None

    @classmethod
    def as_kept(cls, session: SessionBase) -> Self | None:
        """As it is kept by now, perhaps by another request of the same browser."""
        return cls.in_session(type(session)(session.session_key))

    def keep(self, session: SessionBase) -> None:
        session[KEY] = {**asdict(self), "posts": list(self.posts)}

    def worth(self, posts: frozenset[int], limits: Limits, *, now: float) -> Worth:
        """`posts` are those in force at `now`. One that ended ends every session it was held in.

        Where a second factor is wanted, idleness locks and the factor opens again; where none is,
        it ends.
        """
        if not posts.issuperset(self.posts):
            return Worth.OVER
        if not posts:
            return Worth.WHOLE
        if limits.lasts and now - self.since >= limits.lasts:
            return Worth.OVER
        idle = bool(limits.idle) and now - self.seen >= limits.idle
        if limits.needs_factor:
            return Worth.LOCKED if idle or not self.factor else Worth.WHOLE
        return Worth.OVER if idle else Worth.WHOLE

    def used(self, posts: frozenset[int], *, now: float) -> Presence:
        """The presence after a use at `now`; this very object if nothing needs to be written.

        A use is written once a minute for people with a post, and once a day for everybody else.
        """
        step = MINUTE if posts else DAY
        if now - self.seen < step and posts == frozenset(self.posts):
            return self
        return replace(self, seen=now, posts=tuple(sorted(posts)))

    def proved_lately(self, *, by_factor: bool, now: float) -> bool:
        given = self.factor if by_factor else self.code
        return now - given < settings.PROOF_MINUTES * MINUTE


def worth_of(session: SessionBase, posts: frozenset[int], *, now: float) -> Worth:
    """What the session is worth. One that remembers nothing yet counts as begun just now."""
    known = Presence.in_session(session) or Presence(since=now, seen=now)
    return known.worth(posts, Limits.of_settings(), now=now)


def begin(session: SessionBase, *, posts: frozenset[int], now: float) -> None:
    """At sign-in, where the session is written anyway; what proves it is noted afterwards."""
    Presence(since=now, seen=now, posts=tuple(sorted(posts))).keep(session)


def note_code(session: SessionBase, *, now: float) -> None:
    """The person has just proved their number."""
    known = Presence.in_session(session) or Presence(since=now, seen=now)
    replace(known, code=now).keep(session)


def note_factor(session: SessionBase, *, now: float) -> None:
    known = Presence.in_session(session) or Presence(since=now, seen=now)
    replace(known, factor=now, seen=now).keep(session)
