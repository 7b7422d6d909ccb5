"""Who may change bodies, places and postings, as pure questions."""

from collections.abc import Iterable

from grids.enums import ROLES_AT, BodyKind, Role
from grids.standing import Standing


def may_enter_administration(standing: Standing) -> bool:
    """An active administrator's posting opens the administration."""
    return bool(standing.body_ids(Role.ADMINISTRATOR))


def may_administer(standing: Standing, path: str) -> bool:
    """An administrator acts within the subtree of the body that gave the posting, only."""
    return bool(path) and standing.holds_over(Role.ADMINISTRATOR, path=path)


def may_administer_all(standing: Standing, paths: Iterable[str]) -> bool:
    return all(may_administer(standing, path) for path in paths)


def may_administer_shared(standing: Standing) -> bool:
    """Categories are shared by everybody: an administrator of a district looks after them."""
    return any(
        post.role == Role.ADMINISTRATOR and post.body_kind == BodyKind.DISTRICT
        for post in standing.posts
    )


def may_give(role: str, *, kind: str) -> bool:
    """Whether a body of this kind gives this role."""
    return role in ROLES_AT.get(kind, frozenset())
