"""Where people live and where they sit down together."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.enums import VenueKind
from grids.models.body import Body


class Estate(models.Model):
    """An estate 小区, by which residents name the place they live in."""

    community = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="estates", verbose_name=_("community")
    )
    name = models.CharField(_("name"), max_length=40)

    class Meta:
        verbose_name = _("estate")
        verbose_name_plural = _("estates")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["community", "name"], name="estate_name_unique")
        ]

    def __str__(self) -> str:
        return self.name


class Building(models.Model):
    """A building. Residents know its estate and number, but not its grid."""

    grid = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="buildings", verbose_name=_("grid")
    )
    estate = models.ForeignKey(
        Estate, on_delete=models.PROTECT, related_name="buildings", verbose_name=_("estate")
    )
    number = models.CharField(_("building number"), max_length=20)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("building")
        verbose_name_plural = _("buildings")
        ordering = ["estate__name", "position", "number"]
        constraints = [
            models.UniqueConstraint(fields=["estate", "number"], name="building_number_unique")
        ]

    def __str__(self) -> str:
        return f"{self.estate.name}{self.number}"


class Venue(models.Model):
    """A pavilion, room or courtyard, with the short code that its poster carries."""

    grid = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="venues", verbose_name=_("grid")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=VenueKind.choices)
    name = models.CharField(_("name"), max_length=60)
    place = models.CharField(_("place"), max_length=120, blank=True)
    capacity = models.PositiveSmallIntegerField(_("seats"), default=0)
    access = models.CharField(_("access notes"), max_length=200, blank=True)
    code = models.CharField(_("poster code"), max_length=8, unique=True)
    # Its point on its community's plan, in the same field as Body.outline.
    x = models.PositiveSmallIntegerField(_("x on the plan"), default=0)
    y = models.PositiveSmallIntegerField(_("y on the plan"), default=0)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["grid__path", "name"]

    def __str__(self) -> str:
        return self.name


class Residence(models.Model):
    """Where a person lives, so that no form needs to ask again."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="residence"
    )
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="residences")

    class Meta:
        verbose_name = _("residence")
        verbose_name_plural = _("residences")

    def __str__(self) -> str:
        return str(self.building)
