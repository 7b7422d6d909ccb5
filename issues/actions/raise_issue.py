"""Raise a matter (S9, S14): it begins at its grid, seen by the reporter and its holders only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from grids.enums import BodyKind
from grids.models import Body, Building, Category, Venue
from issues.actions import deadlines
from issues.actions.case import Case, close_case
from issues.actions.changes import Changes
from issues.actions.context import read_context
from issues.actions.pictures import check_photos
from issues.actions.reference import take_number
from issues.actions.tell import tell_resident
from issues.actions.turns import open_lead
from issues.actions.urgent import alarm
from issues.actions.words import words
from issues.enums import (
    DeadlineKind,
    Level,
    MatterClass,
    PhotoPurpose,
    Source,
    SpeaksAs,
    TurnCause,
)
from issues.errors import Refused
from issues.models import Draft, Issue, Photo, Upload

# What forms say before anything is sent.
__all__ = ["LONGEST", "Matter", "raise_issue"]

LONGEST = 4000
LONGEST_OUTSIDE = timedelta(days=183)
WRITTEN = (
    "text",
    "title",
    "place_note",
    "outside_number",
    "shop_name",
    "contact_name",
    "contact_phone",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a person says. One of building, venue and grid tells where."""

    text: str
    building: Building | None = None
    venue: Venue | None = None
    grid: Body | None = None
    place_note: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    title: str = ""
    category: Category | None = None
    danger: bool = False
    private_wish: bool = False
    source: Source = Source.WEB
    outside_number: str = ""
    outside_due_at: datetime | None = None
    speaks_as: SpeaksAs = SpeaksAs.RESIDENT
    shop_name: str = ""
    for_someone_else: bool = False
    consent_noted: bool = False
    contact_name: str = ""
    contact_phone: str = ""
    photos: Sequence[Upload] = field(default_factory=tuple)

    @property
    def place(self) -> Body | None:
        """The grid it happens in."""
        if self.building is not None:
            return self.building.grid
        return self.venue.grid if self.venue is not None else self.grid


def raise_issue(
    matter: Matter,
    *,
    actor: User,
    reporter: User | None,
    now: datetime,
    draft: Draft | None = None,
) -> Issue:
    """Raise `matter` for `reporter` (None when a worker takes it down for someone without a phone).

    `draft` is the one its photos were sent with before sign-in. A tick of danger makes it urgent
    until someone says otherwise. Raises Refused for empty or overlong words, an unknown place, or
    photos that are too many, used or not theirs.
    """
    matter = _as_stored(matter)
    grid = _check(matter, now)
    with transaction.atomic():
        check_photos(matter.photos, actor=actor, draft=draft)
        issue = _new_issue(matter, grid, reporter, now)
        changes = Changes(now=now)
        context = read_context([issue], actor=actor, now=now)
        case = Case(issue=issue, context=context, changes=changes)
        case.record(
            "raised",
            {"source": matter.source, "grid": grid.code, "danger": matter.danger},
            texts={"title": matter.title, "text": matter.text},
        )
        _start(case, grid)
        changes.doings += [
            Photo(issue=issue, upload=upload, purpose=PhotoPurpose.RAISED, position=position)
            for position, upload in enumerate(matter.photos)
        ]
        close_case(case, bumps=False)
    return issue


def _check(matter: Matter, now: datetime) -> Body:
    if matter.for_someone_else and not matter.consent_noted:
        raise Refused(_("Ask the person first, then tick that they agree."), field="consent_noted")
    if matter.place is None or matter.place.kind != BodyKind.GRID:
        raise Refused(_("Say where it is: estate and building, or a venue."), field="building")
    for name, most in (("latitude", 90), ("longitude", 180)):
        value = getattr(matter, name)
        if value is not None and not (value.is_finite() and abs(value) <= most):
            raise Refused(_("Mark the place on the map again."), field=name)
    if matter.outside_due_at is not None and matter.outside_due_at > now + LONGEST_OUTSIDE:
        # It governs the clock of the result, which must not sleep for years by a slip of the pen.
        raise Refused(_("The hotline's date lies within half a year."), field="outside_due_at")
    return matter.place


def _as_stored(matter: Matter) -> Matter:
    """With its words trimmed, and none of them longer than there is room for."""
    needed = {"text": _("Say what it is about, in your own words.")}
    written: dict[str, Any] = {
        name: words(getattr(matter, name), Issue, name, missing=needed.get(name, ""))
        for name in WRITTEN
    }
    return replace(matter, **written)


def _new_issue(matter: Matter, grid: Body, reporter: User | None, now: datetime) -> Issue:
    community = grid.parent
    assert community is not None, "a grid stands under a community, kept by a trigger"
    year = timezone.localdate(now).year
    number = take_number(community, year)
    return Issue(
        reference=f"{community.prefix or community.code}-{year}-{number:04d}",
        number=number,
        year=year,
        community=community,
        grid=grid,
        building=matter.building,
        venue=matter.venue,
        place_note=matter.place_note,
        latitude=matter.latitude,
        longitude=matter.longitude,
        title=matter.title,
        text=matter.text,
        category=matter.category,
        danger=matter.danger,
        private_wish=matter.private_wish,
        source=matter.source,
        outside_number=matter.outside_number,
        outside_due_at=matter.outside_due_at,
        reporter=reporter,
        speaks_as=matter.speaks_as,
        shop_name=matter.shop_name,
        for_someone_else=matter.for_someone_else,
        consent_noted=matter.consent_noted,
        contact_name=matter.contact_name,
        contact_phone=matter.contact_phone,
        matter_class=MatterClass.URGENT if matter.danger else "",
        raised_at=now,
    )


def _start(case: Case, grid: Body) -> None:
    open_lead(case, grid, Level.GRID, TurnCause.RAISED)
    promise = deadlines.running(case, [DeadlineKind.RESOLVE])
    case.issue.promised_by = promise[0].due_at
    case.touch()
    if case.issue.matter_class == MatterClass.URGENT:
        deadlines.start(case, DeadlineKind.TALK)
        alarm(case)
    tell_resident(case, "raised")
