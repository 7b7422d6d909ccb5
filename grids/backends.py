"""The one backend: allauth signs people in, their postings say what the admin lets them do."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from grids.queries.standing import standing_of
from grids.rules import may_enter_administration


class PostingBackend(AuthenticationBackend):
    """An active administrator's posting opens the admin; nothing else does.

    It stands in for allauth's own, whose permissions ask for groups and superusers, which our
    people do not have.
    """

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        return self.has_module_perms(user_obj, perm)

    def has_module_perms(self, user_obj: User | AnonymousUser, app_label: str) -> bool:
        """Asked many times for one page: the answer is kept on the person, who lives as long."""
        if not isinstance(user_obj, User):
            return False
        known: dict[str, Any] = user_obj.__dict__
        if "_administers" not in known:
            standing = standing_of(user_obj, now=timezone.now())
            known["_administers"] = may_enter_administration(standing)
        return bool(known["_administers"])

    def get_all_permissions(
        self, user_obj: User | AnonymousUser, obj: Model | None = None
    ) -> set[str]:
        return set()
