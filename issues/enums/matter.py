"""What a matter is: its class, where it came from, who may read it. Imports nothing of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatterClass(models.TextChoices):
    """小事好商量、急事快商量、难事多商量、大事必商量 (S4). Empty: not yet classified."""

    SMALL = "small", _("small matter: talk it over readily")
    URGENT = "urgent", _("urgent matter: talk it over fast")
    HARD = "hard", _("hard matter: talk it over again and again")
    MAJOR = "major", _("major matter: it must be talked over")


UNCLASSIFIED = ""
# What nobody carries out before it was talked over.
TALKED_OVER = frozenset({MatterClass.HARD, MatterClass.MAJOR})
# Of two matters handled as one, the class further on holds: what must be talked over stays so, and
# the dates of an urgent one are taken anyway.
STRICTER = (
    UNCLASSIFIED,
    MatterClass.SMALL,
    MatterClass.URGENT,
    MatterClass.HARD,
    MatterClass.MAJOR,
)


class Visibility(models.TextChoices):
    """Nothing goes public unread (rules §5)."""

    PENDING = "pending", _("waiting to be checked")
    PUBLIC = "public", _("public")
    PRIVATE = "private", _("private")
    HIDDEN = "hidden", _("hidden")


class Source(models.TextChoices):
    WEB = "web", _("web")
    POSTER = "poster", _("poster at a venue")
    CALL = "call", _("call for ideas")
    CONTACT = "contact", _("monthly contact")
    HOTLINE = "hotline", _("hotline")
    WRITTEN_DOWN = "taken_down", _("taken down for someone")


class Spot(models.TextChoices):
    """Where a matter is that stands at no place we know. Nobody is stopped for it."""

    PUBLIC = "public", _("a public place")
    UNSURE = "unsure", _("can't say")


class SpeaksAs(models.TextChoices):
    """Residents and merchants alike (S15)."""

    RESIDENT = "resident", _("resident")
    MERCHANT = "merchant", _("shop or business")
