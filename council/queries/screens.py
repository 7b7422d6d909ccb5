"""Whether a screen is shown without signing in, before any of it is read."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from council.enums.screens import Place
from council.models import Meeting
from council.queries.meetings import open_to_all


def shown_to_all(uid: UUID, place: Place, *, key: str) -> bool:
    """A public sitting, or the wall of one that is not, with its key.

    One statement, whether there is such a sitting or not.
    """
    walled = Q(wall_key=key) if place == Place.WALL and key else Q(pk__in=[])
    return Meeting.objects.filter(open_to_all() | walled, uid=uid).exists()
