"""Permissions of Django admin, asked of active postings."""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from grids.enums import Role
from grids.queries.standing import standing_of


class PostingBackend(BaseBackend):
    """An active administrator's posting opens the admin; nothing else does."""

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        return self.has_module_perms(user_obj, perm)

    def has_module_perms(self, user_obj: User | AnonymousUser, app_label: str) -> bool:
        if not isinstance(user_obj, User):
            return False
        standing = standing_of(user_obj, now=timezone.now())
        return any(post.role == Role.ADMINISTRATOR for post in standing.posts)
