"""What a person may speak for at a moment: their active postings, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from grids.enums import Role
from grids.models import Posting


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
        """True when one of `roles` is held at this very body."""
        return any(post.body_id == body_id and post.role in roles for post in self.posts)

    def holds_over(self, *roles: Role, path: str) -> bool:
        """True when one of `roles` is held at a body that `path` lies under, or at that body."""
        return any(post.role in roles and path.startswith(post.path) for post in self.posts)

    def body_ids(self, *roles: Role) -> frozenset[int]:
        return frozenset(post.body_id for post in self.posts if not roles or post.role in roles)

    def paths(self, *roles: Role) -> tuple[str, ...]:
        return tuple(sorted({p.path for p in self.posts if not roles or p.role in roles}))


VISITOR = Standing(user_id=None)


def standing_of(user: User | None, *, now: datetime) -> Standing:
    """Read the postings of `user` that are in force at `now`: one query, none for a visitor."""
    if user is None or not user.is_authenticated or not user.is_active:
        return VISITOR
    postings = Posting.objects.active_at(now).filter(user=user).select_related("body")
    return Standing(
        user_id=user.pk,
        posts=tuple(Post(p.role, p.body_id, p.body.kind, p.body.path) for p in postings),
    )
