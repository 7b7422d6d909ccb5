"""What is still missing, as sentences that each lead to where it is entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.enums import SetupLack
from grids.queries.missing import Missing


@dataclass(frozen=True, slots=True)
class SetupStep:
    """`path` is empty where it is entered in the settings of the machine, or by somebody else."""

    sentence: str
    path: str


BODIES, POSTINGS = "admin:grids_body_changelist", "admin:grids_posting_add"
# What is said, and the page where it is mended.
STEPS: Mapping[SetupLack, tuple[str | Promise, str]] = {
    SetupLack.COMMUNITY: (
        gettext_lazy("No community has been entered. A file of all bodies is the quickest way."),
        "admin:import",
    ),
    SetupLack.GENERAL_OFFICE: (
        gettext_lazy("No general office, so nothing can go up to departments: {bodies}"),
        BODIES,
    ),
    SetupLack.GRID: (gettext_lazy("No grid, so residents can't raise anything: {bodies}"), BODIES),
    SetupLack.DISPATCHER: (
        gettext_lazy("No dispatcher, so nobody names who leads: {bodies}"),
        POSTINGS,
    ),
    SetupLack.CLERK: (gettext_lazy("No clerk, so nobody takes in what comes: {bodies}"), POSTINGS),
    SetupLack.STAFF: (
        gettext_lazy("No staff, so what the grid can't settle stays there: {bodies}"),
        POSTINGS,
    ),
    SetupLack.GRID_WORKER: (gettext_lazy("No grid worker, so nobody takes in: {bodies}"), POSTINGS),
    SetupLack.CATEGORY: (
        gettext_lazy(
            "No kinds of matter have been entered, so no department can answer for any. "
            "An administrator of the district enters them."
        ),
        "admin:grids_category_add",
    ),
    SetupLack.COMPETENCE: (
        gettext_lazy("No department answers for any kind of matter: {bodies}"),
        "admin:grids_competence_add",
    ),
    SetupLack.BUILDING: (
        gettext_lazy("No building, so nobody can say where they live: {bodies}"),
        "admin:import",
    ),
    SetupLack.VENUE: (
        gettext_lazy("No venue, so there is no poster to hang up: {bodies}"),
        "admin:grids_venue_add",
    ),
    SetupLack.ADDRESS: (
        gettext_lazy(
            "Posters and messages lead to {address}, which no phone can reach. "
            "SITE_URL in the settings of the machine says where they lead."
        ),
        "",
    ),
    SetupLack.CARRIER: (
        gettext_lazy(
            "No text messages are carried: nobody can sign in by their number. "
            "SMS_GATEWAY_URL in the settings of the machine says where they go; try_carrier tries."
        ),
        "",
    ),
    SetupLack.CALENDAR: (
        gettext_lazy("The holidays of {year} have not been entered: dates are provisional."),
        "admin:clocks_calendarrevision_add",
    ),
}


def steps_of(missing: Sequence[Missing]) -> list[SetupStep]:
    return [_step(each) for each in missing]


def _step(missing: Missing) -> SetupStep:
    sentence, name = STEPS[missing.lack]
    names = _(", ").join(body.call_name for body in missing.bodies)
    bodies = _("{names} and others").format(names=names) if missing.more else names
    said = str(sentence).format(bodies=bodies, year=missing.year, address=settings.SITE_URL)
    return SetupStep(said, reverse(name) if name and not missing.elsewhere else "")
