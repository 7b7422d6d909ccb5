"""Check a matter that a person raises, and who they raise it for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from grids.enums import BodyKind
from grids.models import Body
from grids.queries.standing import standing_of
from issues.enums.matter import Source
from issues.inputs import NewMatter
from issues.models import Issue
from issues.rules import may_write_down

LONGEST_OUTSIDE = timedelta(days=183)
SAID_THEMSELVES = frozenset({Source.HOTLINE, Source.CONTACT})
WRITTEN_DOWN_BY_WORKERS = SAID_THEMSELVES | {Source.WRITTEN_DOWN}
ASK_FIRST = gettext_lazy("Ask the person first, then tick that they agree.")
WRITTEN = (
    "text",
    "title",
    "place_note",
    "outside_number",
    "shop_name",
    "contact_name",
    "contact_phone",
)


def checked_grid(matter: NewMatter, now: datetime) -> Body:
    """The grid it lies in.

    Refuses one without a place, or without the consent of whom it is raised for, and a point or a
    date of the hotline that can't be meant.
    """
    if matter.for_someone_else and not matter.consent_noted:
        raise Refused(ASK_FIRST, field="consent_noted")
    if matter.place is None or matter.place.kind != BodyKind.GRID:
        raise Refused(_("Say where it is: estate and building, or a venue."), field="building")
    for name, most in (("latitude", 90), ("longitude", 180)):
        value = getattr(matter, name)
        if value is not None and not (value.is_finite() and abs(value) <= most):
            raise Refused(_("Mark the place on the map again."), field=name)
    if matter.outside_due_at is not None and matter.outside_due_at > now + LONGEST_OUTSIDE:
        # This date governs the clock of the result: a typing error must not stop it for years.
        raise Refused(_("The hotline's date lies within half a year."), field="outside_due_at")
    return matter.place


def check_speaks_for(
    matter: NewMatter, *, actor: User, reporter: User | None, now: datetime
) -> None:
    """Refuse a matter raised for somebody else by anyone but staff, or without their consent.

    A person who called the hotline or was visited has given it by speaking.
    """
    for_other = reporter is None or reporter.pk != actor.pk
    by_worker = matter.source in WRITTEN_DOWN_BY_WORKERS
    outside = bool(matter.outside_number) or matter.outside_due_at is not None
    if not (for_other or by_worker or outside):
        return
    if not may_write_down(standing_of(actor, now=now)):
        raise Refused(_("Only those who work here can take something down for someone else."))
    consent = matter.consent_noted or matter.source in SAID_THEMSELVES
    if for_other and not consent:
        raise Refused(ASK_FIRST, field="consent_noted")


def as_stored(matter: NewMatter) -> NewMatter:
    """`matter` with its words trimmed. Raises Refused if any is longer than its column."""
    needed = {"text": _("Say what it is about, in your own words.")}
    written: dict[str, Any] = {
        name: storable_text(getattr(matter, name), Issue, name, missing=needed.get(name, ""))
        for name in WRITTEN
    }
    return replace(matter, **written)
