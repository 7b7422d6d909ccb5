"""Where people live and where they sit down together."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.codes import CODE, has_han
from grids.enums import PlaceKind, VenueKind
from grids.models.body import Body, in_english
from grids.models.fields import CodeField


class Estate(models.Model):
    """An estate 小区, by which residents name the place they live in."""

    community = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="estates", verbose_name=_("community")
    )
    name = models.CharField(_("name"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("estate")
        verbose_name_plural = _("estates")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["community", "name"], name="estate_name_unique")
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        return self.name_en if self.name_en and in_english() else self.name


class Building(models.Model):
    """A building, or another place that people know: a road, a gate, a market.

    Residents know its estate and number, but not its grid. A road or a market may stand outside
    all estates; then it is known by its name alone.
    """

    grid = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="buildings", verbose_name=_("grid")
    )
    kind = models.CharField(
        _("kind of place"),
        max_length=12,
        choices=PlaceKind.choices,
        default=PlaceKind.BUILDING,
    )
    estate = models.ForeignKey(
        Estate,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="buildings",
        verbose_name=_("estate"),
        help_text=_("A road or a market may stand outside all estates; a building may not."),
    )
    number = models.CharField(_("building number, or name"), max_length=20)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("building or place")
        verbose_name_plural = _("buildings and places")
        ordering = ["estate__name", "position", "number"]
        constraints = [
            models.UniqueConstraint(fields=["estate", "number"], name="building_number_unique"),
            models.UniqueConstraint(
                fields=["grid", "number"],
                name="place_name_unique",
                condition=models.Q(estate__isnull=True),
                violation_error_message=_(
                    "This grid already has a place of that name outside its estates."
                ),
            ),
            models.CheckConstraint(
                name="building_kind_known", condition=models.Q(kind__in=PlaceKind.values)
            ),
            models.CheckConstraint(
                name="building_in_estate",
                condition=~models.Q(kind=PlaceKind.BUILDING) | models.Q(estate__isnull=False),
                violation_error_message=_(
                    "A building stands in an estate; only other places may stand outside."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """With its estate, as people say it: 机械厂家属院3号楼."""
        estate = self.estate.display_name if self.estate is not None else ""
        return joined_name(estate, self.own_name)

    @property
    def own_name(self) -> str:
        """Within its estate."""
        return self.name_en if self.name_en and in_english() else self.number

    @property
    def is_home(self) -> bool:
        """People may live there, so the public is told its estate alone."""
        return self.kind == PlaceKind.BUILDING

    @property
    def public_name(self) -> str:
        """What everybody may read: of a building only its estate."""
        if self.is_home and self.estate is not None:
            return self.estate.display_name
        return self.display_name


class VenueQuerySet(models.QuerySet["Venue"]):
    def open(self) -> VenueQuerySet:
        """Those that are in use, and their grids: as `Venue.is_open` says of one."""
        return self.filter(active=True, grid__active=True)


class Venue(models.Model):
    """A pavilion, room or courtyard, with the short code that its poster carries."""

    grid = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="venues", verbose_name=_("grid")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=VenueKind.choices)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    capacity = models.PositiveSmallIntegerField(_("seats"), default=0)
    access = models.CharField(_("access notes"), max_length=200, blank=True)
    code = CodeField(_("poster code"), max_length=8, unique=True)
    # Its point on its community's plan, in the same field as Body.outline.
    x = models.PositiveSmallIntegerField(_("x on the plan"), default=0)
    y = models.PositiveSmallIntegerField(_("y on the plan"), default=0)
    active = models.BooleanField(_("active"), default=True)

    objects = VenueQuerySet.as_manager()

    class Meta:
        verbose_name = _("venue")
        verbose_name_plural = _("venues")
        ordering = ["grid__path", "name"]
        constraints = [
            models.CheckConstraint(
                name="venue_code_plain", condition=models.Q(code__regex=f"^{CODE.pattern}$")
            )
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_open(self) -> bool:
        """It and its grid are in use."""
        return self.active and self.grid.active

    @property
    def display_name(self) -> str:
        return self.name_en if self.name_en and in_english() else self.name


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


def joined_name(estate: str, own: str) -> str:
    """The whole name of a place; in English its parts stand apart, the nearer one behind."""
    if not in_english() or not estate or not own:
        return estate + own
    if not has_han(own):
        return f"{estate}, {own}"
    return estate + own if has_han(estate) else f"{estate} {own}"
