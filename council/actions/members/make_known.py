"""A person the council knows: found by their number, or written down with a name only."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import in_a_line
from acting.refusals import Refused
from grids.actions.enlist import enlist


def make_known(name: str, *, phone: str, now: datetime) -> User:
    """Inside the caller's transaction. Without a phone nobody can sign in as this person."""
    if not phone:
        return User.objects.create_user(None, name=in_a_line(name), joined_at=now)
    user = enlist(phone, name=name, now=now)
    if not user.is_active:
        raise Refused(_("This person's account is closed."), field="phone")
    return user
