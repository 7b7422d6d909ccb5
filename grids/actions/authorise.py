"""Refuse whoever does not look after the bodies an act touches."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.queries.standing import standing_of
from grids.rules import may_administer, may_administer_all, may_administer_shared


def authorise(actor: User | None, *paths: str, now: datetime) -> None:
    """`None` is the system. Everyone else must administer all of `paths`, now."""
    if actor is None:
        return
    if not may_administer_all(standing_of(actor, now=now), paths):
        raise Refused(_("This lies outside the bodies you look after."))


def authorise_shared(actor: User | None, *, now: datetime) -> None:
    """What all districts share is changed by an administrator of a district."""
    if actor is not None and not may_administer_shared(standing_of(actor, now=now)):
        raise Refused(_("Only an administrator of a district may change categories."))


def administers(actor: User | None, *, now: datetime) -> Callable[[str], bool]:
    """The same question for many paths, with one reading of the postings."""
    if actor is None:
        return lambda path: True
    standing = standing_of(actor, now=now)
    return lambda path: may_administer(standing, path)
