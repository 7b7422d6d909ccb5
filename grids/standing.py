"""The posts that a person holds at one moment, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from grids.enums import Role


@dataclass(frozen=True, slots=True)
class Post:
    role: str
    body_id: int
    body_kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's posts at one moment. A visitor and a resident have none."""

    user_id: int | None
    posts: tuple[Post, ...] = ()

    @property
    def is_posted(self) -> bool:
        return bool(self.posts)

    def holds(self, *roles: Role, body_id: int) -> bool:
        """True if the person holds one of `roles` at this very body."""
        return any(post.body_id == body_id and post.role in roles for post in self.posts)

    def holds_over(self, *roles: Role, path: str) -> bool:
        """True if the person holds one of `roles` at the body of `path` or at one above it."""
        return any(post.role in roles and path.startswith(post.path) for post in self.posts)

    def body_ids(self, *roles: Role) -> frozenset[int]:
        return frozenset(post.body_id for post in self.posts if not roles or post.role in roles)

    def paths(self, *roles: Role) -> tuple[str, ...]:
        return tuple(sorted({p.path for p in self.posts if not roles or p.role in roles}))


VISITOR = Standing(user_id=None)
