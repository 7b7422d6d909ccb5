"""What has happened at the places that a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, TextField, Value
from django.db.models.functions import Cast, Concat

from notifications.enums import What
from notifications.models import Happening
from notifications.version import NEWEST, Version

# Reads the newest keys of each place from its index, and nothing else.
PROBE = """
SELECT asked.place, newest.id
FROM unnest(%s::text[]) AS asked (place)
CROSS JOIN LATERAL (
    SELECT id FROM notifications_happening
    WHERE place = asked.place ORDER BY id DESC LIMIT %s
) AS newest
ORDER BY newest.id DESC
"""
# A page that has missed more happenings than this learns of the newest ones only.
MOST = 300


@dataclass(frozen=True, slots=True)
class Happened:
    place: str
    what: What
    subject: UUID


def version_of(places: Sequence[str]) -> Version:
    """The version of `places` now: one look into one index, however much has happened."""
    newest: dict[str, list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(PROBE, [list(places), NEWEST])
        for place, key in cursor.fetchall():
            newest.setdefault(place, []).append(key)
    return Version.of(places, newest)


def newest_at(prefix: str, field: str) -> ArraySubquery:
    """The newest keys of a row's own place, as a column of the statement that reads the row.

    `prefix` and the row's `field` make the place, as `notifications.happenings` does.
    """
    place = Concat(Value(f"{prefix}:"), Cast(OuterRef(field), TextField()))
    rows = Happening.objects.filter(place=place).order_by("-id")
    return ArraySubquery(rows.values("id")[:NEWEST])


def own_news() -> ArraySubquery:
    """The newest keys of a person's own place, read with the person of each request."""
    return newest_at("person", "pk")


def happened_since(places: Sequence[str], version: Version) -> list[Happened]:
    """What a page of `version` has not seen, newest first."""
    rows = Happening.objects.filter(place__in=places).order_by("-id")[:MOST]
    return [
        Happened(row.place, What(row.what), row.subject)
        for row in rows
        if version.is_new(places.index(row.place), row.pk)
    ]
