"""The one backend: allauth signs people in, their postings say what the admin lets them do."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from grids.queries.standing import standing_of
from grids.rules import may_administer_shared, may_enter_administration
from grids.standing import VISITOR, Standing

# Apps without a place of their own.
SHARED = frozenset({"clocks"})


class PostingBackend(AuthenticationBackend):
    """An active administrator's posting opens the admin; nothing else does.

    It stands in for allauth's own, whose permissions ask for groups and superusers, which our
    people do not have.
    """

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        """The calendar counts everywhere: an administrator of a street may only look at it."""
        standing = _standing_of(user_obj)
        app, _, permission = perm.partition(".")
        if app in SHARED and not permission.startswith("view_"):
            return may_administer_shared(standing)
        return may_enter_administration(standing)

    def has_module_perms(self, user_obj: User | AnonymousUser, app_label: str) -> bool:
        return may_enter_administration(_standing_of(user_obj))

    def get_all_permissions(
        self, user_obj: User | AnonymousUser, obj: Model | None = None
    ) -> set[str]:
        return set()


def _standing_of(user: User | AnonymousUser) -> Standing:
    """Asked many times for one page: the answer is kept on the person, who lives as long."""
    if not isinstance(user, User):
        return VISITOR
    known: dict[str, Any] = user.__dict__
    if "_standing" not in known:
        known["_standing"] = standing_of(user, now=timezone.now())
    standing: Standing = known["_standing"]
    return standing
