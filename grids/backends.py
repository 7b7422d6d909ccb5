"""The only backend: allauth signs people in; their postings decide what the admin allows."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.utils import timezone

from accounts.models import User
from accounts.with_person import person_of_session
from grids.queries.standing import standing_of
from grids.rules import may_administer_shared, may_enter_administration
from grids.standing import VISITOR, Standing

# Apps whose rows belong to no body.
SHARED = frozenset({"clocks"})


class PostingBackend(AuthenticationBackend):
    """Only an active administrator's posting opens the admin.

    It replaces allauth's own backend, whose permissions ask for groups and superusers. Our people
    have neither.
    """

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, read together with what every page asks about them."""
        person = person_of_session(user_id)
        return person if person is not None and self.user_can_authenticate(person) else None

    def has_perm(self, user_obj: User | AnonymousUser, perm: str, obj: Model | None = None) -> bool:
        """The calendar holds for all, so an administrator of a street may only view it."""
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
    """A page asks many times, so the answer is kept on the person object of the request."""
    if not isinstance(user, User):
        return VISITOR
    known: dict[str, Any] = user.__dict__
    if "_standing" not in known:
        known["_standing"] = standing_of(user, now=timezone.now())
    standing: Standing = known["_standing"]
    return standing
