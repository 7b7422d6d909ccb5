"""When a place or a category is called otherwise, its matters are found by the new name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Model, Q

from acting.queries.among import among
from grids.enums import BodyKind
from grids.models import Body, Building, Category, Estate, Venue
from issues.casework.index import index
from issues.enums.finding import NamedThing
from issues.models import Issue, Renamed

# So many at once; what is left waits for the task, which looks each minute.
BATCH: Final = 500
# Nothing takes longer to be raised.
STILL_BEING_RAISED: Final = timedelta(minutes=10)
THINGS: Final[dict[type[Model], NamedThing]] = {
    Building: NamedThing.BUILDING,
    Category: NamedThing.CATEGORY,
    Estate: NamedThing.ESTATE,
    Venue: NamedThing.VENUE,
}


def follow_names(things: Sequence[Model]) -> None:
    """The first matters of each at once. Call it in the transaction that renames the things."""
    for thing in things:
        if (named := _named(thing)) is not None:
            _next(Renamed.objects.create(thing=named, key=thing.pk))


def find_all_by_new_names(*, now: datetime) -> int:
    """All that is left, and how many matters that were. Two workers share the things."""
    done = 0
    last = 0
    while True:
        with transaction.atomic():
            waiting = Renamed.objects.select_for_update(skip_locked=True).filter(pk__gt=last)
            renamed = waiting.order_by("pk").first()
            if renamed is None:
                return done
            if count := _next(renamed):
                done += count
                continue
            last = renamed.pk
            if renamed.since < now - STILL_BEING_RAISED:
                renamed.delete()


def _next(renamed: Renamed) -> int:
    """Locks the issues, so that nobody changes their words meanwhile."""
    issues = Issue.objects.filter(_of(renamed), pk__gt=renamed.done).order_by("pk")
    keys = list(issues.values_list("pk", flat=True)[:BATCH])
    if not keys:
        return 0
    list(Issue.objects.filter(among("pk", keys)).order_by("pk").select_for_update().values("pk"))
    index(keys)
    renamed.done = keys[-1]
    renamed.save(update_fields=["done"])
    return len(keys)


def _named(thing: Model) -> NamedThing | None:
    if isinstance(thing, Body):
        return NamedThing.GRID if thing.kind == BodyKind.GRID else None
    return THINGS.get(type(thing))


def _of(renamed: Renamed) -> Q:
    key = renamed.key
    match renamed.thing:
        case NamedThing.CATEGORY:
            return Q(category=key) | Q(category__parent=key)
        case NamedThing.ESTATE:
            return Q(building__estate=key) | Q(estate=key)
        case NamedThing.BUILDING:
            return Q(building=key)
        case NamedThing.VENUE:
            return Q(venue=key)
    return Q(grid=key)
