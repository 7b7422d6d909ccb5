"""Apply a confirmed import: every line or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from acting.actions.write_rows import insert_rows, update_rows
from acting.refusals import Refused
from grids.actions.authorise import administers
from grids.actions.enlist import enlist_many
from grids.actions.give_posting import facts
from grids.actions.record import act_on
from grids.enums import BodyKind, ImportKind
from grids.importing import bodies, places, postings
from grids.importing.prepared import Prepared
from grids.importing.preparing import prepare
from grids.importing.reading import Row
from grids.models import Body, Building, ImportBatch, Posting, Venue
from grids.refusals import in_words
from ledger.actions.append import append

# Parents come before what stands under them.
TREE = [
    BodyKind.DISTRICT,
    BodyKind.STREET,
    BodyKind.DEPARTMENT,
    BodyKind.COMMUNITY,
    BodyKind.GRID,
    BodyKind.PARTNER,
]


def apply_import(batch: ImportBatch, *, actor: User | None, now: datetime) -> ImportBatch:
    """Check the kept rows again and write them; do nothing if they are written already.

    Raises Refused if the time to confirm is over or a line no longer fits.
    """
    with in_words():
        locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if locked.applied_at is not None:
            return locked
        if locked.expires_at <= now:
            raise Refused(_("This preview is too old. Please send the file again."))
        rows = [Row(**row) for row in locked.rows]
        done = apply_rows(rows, kind=locked.kind, actor=actor, now=now)
        locked.rows, locked.applied_at = [], now
        locked.new_count, locked.changed_count = len(done.new), len(done.changed)
        locked.save()
    return locked


def apply_rows(rows: list[Row], *, kind: str, actor: User | None, now: datetime) -> Prepared:
    """Write `rows` in the caller's transaction, and an entry in the record for each change."""
    done = prepare(rows, kind, may=administers(actor, now=now))
    if done.problems:
        raise Refused(
            _("Some lines no longer fit. Look at the preview again; nothing was changed.")
        )
    WRITERS[kind](done, now)
    written = [*done.new, *done.changed]
    append([_act(thing, kind, actor=actor, now=now) for thing in written])
    return done


def _write_bodies(done: Prepared, now: datetime) -> None:
    above = {body.__dict__["above"] for body in [*done.new, *done.changed]}
    known = {body.code: body for body in Body.objects.filter(code__in=above)}
    for kind in TREE:
        fresh = [body for body in _of(Body, done.new) if body.kind == kind]
        for body in fresh:
            body.parent = known.get(body.__dict__["above"])
        insert_rows(fresh)
        known |= {body.code: body for body in fresh}
    for moved in _of(Body, done.changed):
        moved.parent = known.get(moved.__dict__["above"])
    _update(Body, done.changed, [*bodies.FIELDS, "parent"])


def _write_buildings(done: Prepared, now: datetime) -> None:
    buildings = [thing for thing in done.new if isinstance(thing, Building)]
    estates = {id(b.estate): b.estate for b in buildings if b.estate.pk is None}
    insert_rows(list(estates.values()))
    insert_rows(buildings)
    _update(Building, done.changed, places.BUILDING_FIELDS)


def _write_venues(done: Prepared, now: datetime) -> None:
    insert_rows(_of(Venue, done.new))
    _update(Venue, done.changed, places.VENUE_FIELDS)


def _write_postings(done: Prepared, now: datetime) -> None:
    names = dict(posting.__dict__["person"] for posting in [*done.new, *done.changed])
    people = enlist_many(names, now=now)
    for posting in [*done.new, *done.changed]:
        posting.user = people[posting.__dict__["person"][0]]  # type: ignore[attr-defined]
    insert_rows(_of(Posting, done.new))
    _update(Posting, done.changed, postings.FIELDS)


def _of(model: Any, things: list[Any]) -> list[Any]:
    return [thing for thing in things if isinstance(thing, model)]


def _update(model: Any, things: list[Any], fields: list[str]) -> None:
    update_rows(_of(model, things), fields)


WRITERS: dict[str, Callable[[Prepared, datetime], None]] = {
    ImportKind.BODIES: _write_bodies,
    ImportKind.BUILDINGS: _write_buildings,
    ImportKind.VENUES: _write_venues,
    ImportKind.POSTINGS: _write_postings,
}


def _act(thing: Any, kind: str, *, actor: User | None, now: datetime) -> Any:
    match thing:
        case Body():
            return act_on(
                f"body:{thing.code}",
                "body_imported",
                actor=actor,
                now=now,
                parameters={"id": thing.pk, "body_kind": thing.kind, "parent": thing.parent_id},
            )
        case Posting():
            return act_on(
                f"body:{thing.body.code}",
                "posting_imported",
                actor=actor,
                now=now,
                parameters=facts(thing),
                texts={"person": thing.user.name},
            )
    return act_on(
        f"body:{thing.grid.code}",
        "building_imported" if kind == ImportKind.BUILDINGS else "venue_imported",
        actor=actor,
        now=now,
        parameters={"id": thing.pk},
    )
