"""Plain buttons, each a form of its own: sign out, a switch, a persona."""

from collections.abc import Callable

from django.http import HttpRequest

from accounts.actions.submission import once
from accounts.forms.submission import sent_key
from accounts.models import User
from accounts.queries.owner import owner_of


def pressed(request: HttpRequest, act: Callable[[], str]) -> str:
    """Do `act` once for the person signed in; the address it leads to.

    What a visitor presses changes nothing but the cookies of their own browser, so no session is
    begun to remember it by.
    """
    if not isinstance(request.user, User):
        return act()
    key, owner = sent_key(request.POST), owner_of(request)
    return once(key, owner=owner, user=request.user, act=act)
