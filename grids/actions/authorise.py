"""Refuse an act on bodies that the person who acts does not administer."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.security_log import note_refused
from acting.refusals import Refused
from grids.importing.prepared import SHARED
from grids.queries.standing import standing_of
from grids.rules import may_administer, may_administer_all, may_administer_shared


def authorise(actor: User | None, *paths: str, now: datetime) -> None:
    """Raise Refused unless `actor` administers all of `paths` at `now`; None is the system."""
    if actor is None:
        return
    if not may_administer_all(standing_of(actor, now=now), paths):
        note_refused(person=actor.pk, act="administer")
        raise Refused(_("This lies outside the bodies you look after."))


def authorise_moved(actor: User | None, row: Model, place: str, *, now: datetime) -> None:
    """`actor` must administer the body that `row` lies in now and the one it lay in before.

    `place` is the row's field that names the body.
    """
    paths = [getattr(row, place).path]
    if row.pk is not None:
        stored = type(row)._default_manager.select_related(place).get(pk=row.pk)
        paths.append(getattr(stored, place).path)
    authorise(actor, *paths, now=now)


def authorise_shared(actor: User | None, *, now: datetime) -> None:
    """Raise Refused unless `actor` may change what all districts share; None is the system."""
    if actor is not None and not may_administer_shared(standing_of(actor, now=now)):
        note_refused(person=actor.pk, act="administer_shared")
        raise Refused(_("Only an administrator of a district may change categories."))


def administers(actor: User | None, *, now: datetime) -> Callable[[str], bool]:
    """The same questions as a function, for many paths; the postings are read once."""
    if actor is None:
        return lambda path: True
    standing = standing_of(actor, now=now)
    shared = may_administer_shared(standing)
    return lambda path: shared if path == SHARED else may_administer(standing, path)
