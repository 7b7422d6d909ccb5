"""Kinds of bodies, roles, places and venues, and the tables about them."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    DISTRICT = "district", _("district")
    STREET = "street", _("street")
    COMMUNITY = "community", _("community")
    GRID = "grid", _("grid")
    DEPARTMENT = "department", _("department")
    PARTNER = "partner", _("partner")


# Which kind may stand under which; "" is the top of the tree. A trigger enforces it.
PARENTS: dict[str, frozenset[str]] = {
    BodyKind.DISTRICT: frozenset({""}),
    BodyKind.STREET: frozenset({BodyKind.DISTRICT}),
    BodyKind.COMMUNITY: frozenset({BodyKind.STREET}),
    BodyKind.GRID: frozenset({BodyKind.COMMUNITY}),
    BodyKind.DEPARTMENT: frozenset({BodyKind.DISTRICT, BodyKind.STREET}),
    BodyKind.PARTNER: frozenset(
        {BodyKind.DISTRICT, BodyKind.STREET, BodyKind.COMMUNITY, BodyKind.GRID}
    ),
}


class Role(models.TextChoices):
    GRID_WORKER = "grid_worker", _("grid worker")
    GRID_HEAD = "grid_head", _("grid head")
    MEDIATOR = "mediator", _("mediator")
    STAFF = "staff", _("community staff")
    LEAD = "lead", _("community lead")
    DISPATCHER = "dispatcher", _("dispatcher")
    CLERK = "clerk", _("clerk")
    SIGNER = "signer", _("signer")
    SUPERVISOR = "supervisor", _("supervisor")
    ADMINISTRATOR = "administrator", _("administrator")


# Which roles a body of each kind can give.
ROLES_AT: dict[str, frozenset[str]] = {
    BodyKind.DISTRICT: frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
    BodyKind.STREET: frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    BodyKind.COMMUNITY: frozenset({Role.STAFF, Role.LEAD, Role.MEDIATOR}),
    BodyKind.GRID: frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.MEDIATOR}),
    BodyKind.DEPARTMENT: frozenset({Role.CLERK, Role.SIGNER}),
    BodyKind.PARTNER: frozenset({Role.CLERK, Role.SIGNER}),
}


class VenueKind(models.TextChoices):
    PAVILION = "pavilion", _("pavilion")
    ROOM = "room", _("meeting room")
    COURTYARD = "courtyard", _("courtyard")


class Offered(StrEnum):
    """What of the places of a community a form lets people choose."""

    ALL = "all"
    # Without pavilions and rooms.
    PLACES = "places"
    # Where people may live.
    HOMES = "homes"


class PlaceKind(models.TextChoices):
    """What a place is. People live in buildings alone; the others everybody may be told of."""

    BUILDING = "building", _("building")
    ROAD = "road", _("road")
    GATE = "gate", _("gate")
    MARKET = "market", _("market")
    GREEN = "green", _("square or green")
    FACILITY = "facility", _("public facility")
    OTHER = "other", _("other place")


class ImportKind(models.TextChoices):
    BODIES = "bodies", _("responsible bodies")
    BUILDINGS = "buildings", _("buildings")
    VENUES = "venues", _("venues")
    POSTINGS = "postings", _("postings")
    CATEGORIES = "categories", _("categories")
    COMPETENCES = "competences", _("competences")


class PublicTextKind(models.TextChoices):
    """The pages on which a community speaks for itself."""

    PRIVACY = "privacy", _("privacy notice")
    CONTACT = "contact", _("whom to turn to")


class SetupLack(StrEnum):
    """What a place may still lack before it can work, in the order in which to see to it."""

    COMMUNITY = "community"
    GENERAL_OFFICE = "general_office"
    GRID = "grid"
    DISPATCHER = "dispatcher"
    CLERK = "clerk"
    STAFF = "staff"
    GRID_WORKER = "grid_worker"
    CATEGORY = "category"
    COMPETENCE = "competence"
    BUILDING = "building"
    VENUE = "venue"
    ADDRESS = "address"
    CARRIER = "carrier"
    CALENDAR = "calendar"
