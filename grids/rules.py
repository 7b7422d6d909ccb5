"""Who may change bodies, places and postings; pure functions."""

from collections.abc import Iterable

from grids.enums import ROLES_AT, BodyKind, Role
from grids.standing import Standing


def may_enter_administration(standing: Standing) -> bool:
    """True for whoever has an active posting as administrator."""
    return bool(standing.body_ids(Role.ADMINISTRATOR))


def may_administer(standing: Standing, path: str) -> bool:
    """True within the subtree of the body where the person is posted as administrator."""
    return bool(path) and standing.holds_over(Role.ADMINISTRATOR, path=path)


def may_administer_all(standing: Standing, paths: Iterable[str]) -> bool:
    return all(may_administer(standing, path) for path in paths)


def may_administer_shared(standing: Standing) -> bool:
    """True for administrators of a district; all districts share the categories."""
    return any(
        post.role == Role.ADMINISTRATOR and post.body_kind == BodyKind.DISTRICT
        for post in standing.posts
    )


def may_give(role: str, *, kind: str) -> bool:
    """True if a body of this kind has this role to give."""
    return role in ROLES_AT.get(kind, frozenset())
