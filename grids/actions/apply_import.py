"""Apply a confirmed import: every line or none."""

from __future__ import annotations

from collections.abc import Callable, Collection
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
from grids.importing import bodies, categories, places, postings
from grids.importing.prepared import PreparedImport
from grids.importing.preparing import prepare
from grids.importing.table import Row
from grids.models import (
    Body,
    Building,
    Category,
    Competence,
    Estate,
    ImportBatch,
    Posting,
    Venue,
)
from grids.refusals import in_words
from grids.renamed import announce_renamed
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


def apply_import(
    batch: ImportBatch,
    *,
    actor: User | None,
    now: datetime,
    agreed: Collection[int] = (),
) -> ImportBatch:
    """Check the kept rows again and write them; do nothing if they are written already.

    `agreed` are the lines whose question was answered: it is the same person. Raises Refused if
    one is open, if the time to confirm is over, or if a line no longer fits.
    """
    with in_words():
        locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if locked.applied_at is not None:
            return locked
        if locked.expires_at <= now:
            raise Refused(_("This preview is too old. Please send the file again."))
        rows = [Row(**row) for row in locked.rows]
        done = apply_rows(rows, kind=locked.kind, actor=actor, now=now, agreed=agreed)
        locked.rows, locked.applied_at = [], now
        locked.new_count, locked.changed_count = len(done.new), len(done.changed)
        locked.save()
    return locked


def apply_rows(
    rows: list[Row],
    *,
    kind: str,
    actor: User | None,
    now: datetime,
    agreed: Collection[int] = (),
) -> PreparedImport:
    """Write `rows` in the caller's transaction, and an entry in the record for each change."""
    done = prepare(rows, kind, may=administers(actor, now=now))
    if done.problems:
        raise Refused(
            _("Some lines no longer fit. Look at the preview again; nothing was changed.")
        )
    if any(question.line not in agreed for question in done.questions):
        raise Refused(
            _("A number is known under another name. Tick whose it is, or correct the number.")
        )
    write(done, kind, now=now)
    announce_renamed([*done.beside, *done.changed])
    written = [*done.beside, *done.new, *done.changed]
    append([_act(thing, kind, actor=actor, now=now) for thing in written])
    return done


def write(done: PreparedImport, kind: str, *, now: datetime) -> None:
    """Write the rows themselves, in the caller's transaction."""
    WRITERS[kind](done, now)


def _write_bodies(done: PreparedImport, now: datetime) -> None:
    above = {body.__dict__["above"] for body in [*done.new, *done.changed]}
    known = {body.code: body for body in Body.objects.filter(code__in=above)}
    # One street never has two general offices, not even while the mark goes from one to another.
    changed = [body.pk for body in done.changed]
    Body.objects.filter(pk__in=changed, general_office=True).update(general_office=False)
    for kind in TREE:
        fresh = [body for body in _of(Body, done.new) if body.kind == kind]
        for body in fresh:
            body.parent = known.get(body.__dict__["above"])
        insert_rows(fresh)
        known |= {body.code: body for body in fresh}
    for moved in _of(Body, done.changed):
        moved.parent = known.get(moved.__dict__["above"])
    _update(Body, done.changed, [*bodies.FIELDS, "parent"])


def _write_buildings(done: PreparedImport, now: datetime) -> None:
    buildings = [thing for thing in done.new if isinstance(thing, Building)]
    _update(Estate, done.beside, ["name_en"])
    around = [building.estate for building in buildings if building.estate is not None]
    estates = {id(estate): estate for estate in around if estate.pk is None}
    insert_rows(list(estates.values()))
    insert_rows(buildings)
    _update(Building, done.changed, places.BUILDING_FIELDS)


def _write_venues(done: PreparedImport, now: datetime) -> None:
    insert_rows(_of(Venue, done.new))
    _update(Venue, done.changed, places.VENUE_FIELDS)


def _write_postings(done: PreparedImport, now: datetime) -> None:
    names = dict(posting.__dict__["person"] for posting in [*done.new, *done.changed])
    people = enlist_many(names, now=now)
    for posting in [*done.new, *done.changed]:
        posting.user = people[posting.__dict__["person"][0]]  # type: ignore[attr-defined]
    insert_rows(_of(Posting, done.new))
    _update(Posting, done.changed, postings.FIELDS)


def _write_categories(done: PreparedImport, now: datetime) -> None:
    written = _of(Category, [*done.new, *done.changed])
    above = {category.__dict__["above"] for category in written} - {""}
    known = {one.code.lower(): one for one in Category.objects.filter(parent=None)}
    known |= {one.code: one for one in _of(Category, done.new) if one.code in above}
    for category in written:
        category.parent = known.get(category.__dict__["above"])
    # Parents come before what stands under them.
    for is_below in (False, True):
        insert_rows([one for one in _of(Category, done.new) if bool(one.parent) is is_below])
    _update(Category, done.changed, categories.CATEGORY_FIELDS)


def _write_competences(done: PreparedImport, now: datetime) -> None:
    insert_rows(_of(Competence, done.new))


def _of(model: Any, things: list[Any]) -> list[Any]:
    return [thing for thing in things if isinstance(thing, model)]


def _update(model: Any, things: list[Any], fields: list[str]) -> None:
    update_rows(_of(model, things), fields)


WRITERS: dict[str, Callable[[PreparedImport, datetime], None]] = {
    ImportKind.BODIES: _write_bodies,
    ImportKind.BUILDINGS: _write_buildings,
    ImportKind.VENUES: _write_venues,
    ImportKind.POSTINGS: _write_postings,
    ImportKind.CATEGORIES: _write_categories,
    ImportKind.COMPETENCES: _write_competences,
}


def _act(thing: Any, kind: str, *, actor: User | None, now: datetime) -> Any:
    match thing:
        case Body():
            return act_on(
                thing.stream,
                "body_imported",
                actor=actor,
                now=now,
                parameters={"id": thing.pk, "body_kind": thing.kind, "parent": thing.parent_id},
            )
        case Category():
            return act_on(
                f"category:{thing.code}",
                "category_imported",
                actor=actor,
                now=now,
                parameters={"id": thing.pk, "parent": thing.parent_id, "private": thing.private},
            )
        case Competence():
            return act_on(
                thing.department.stream,
                "competence_imported",
                actor=actor,
                now=now,
                parameters={"id": thing.pk, "category": thing.category.code},
            )
        case Estate():
            return act_on(
                thing.community.stream,
                "estate_imported",
                actor=actor,
                now=now,
                parameters={"id": thing.pk},
            )
        case Posting():
            return act_on(
                thing.body.stream,
                "posting_imported",
                actor=actor,
                now=now,
                parameters=facts(thing),
                texts={"person": thing.user.name},
            )
    return act_on(
        thing.grid.stream,
        "building_imported" if kind == ImportKind.BUILDINGS else "venue_imported",
        actor=actor,
        now=now,
        parameters={"id": thing.pk},
    )
