"""What search and lists tell apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SearchAudience(models.TextChoices):
    """Who finds a matter by which words: everyone by checked ones, those inside by all."""

    EVERYONE = "e", "everyone"
    INSIDE = "i", "inside"


class ListOrder(models.TextChoices):
    """In which order the list of all matters stands. `BEST` has a meaning only for a search."""

    BEST = "best", _("best match")
    NEWEST = "newest", _("newest")
    SHARED = "shared", _("shared by most")
    PROGRESS = "progress", _("latest progress")


class NamedThing(models.TextChoices):
    """What a matter is also found by, and which can be renamed."""

    CATEGORY = "category", "category"
    ESTATE = "estate", "estate"
    BUILDING = "building", "building"
    VENUE = "venue", "venue"
    GRID = "grid", "grid"
