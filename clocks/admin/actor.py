"""The person who acts in Django admin."""

from django.http import HttpRequest

from accounts.models import User


def actor_of(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None
