"""The few places everyone can go to, and which of them a page belongs to."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Destination:
    path: str
    label: str | Promise
    short: str | Promise
    icon: str
    in_head: bool = True
    in_bar: bool = True
    is_raise: bool = False
    # Says how many matters wait for the person's own word.
    asks: bool = False


HOME = Destination("/", _("Home"), pgettext_lazy("bottom bar", "Home"), "house", in_head=False)
# Replaces home in the bar of people who hold a post; for them the logo leads home.
DESK = Destination("/desk/", _("My desk"), pgettext_lazy("bottom bar", "Desk"), "inbox")
PLACES = (
    Destination("/issues/", _("Everyone's matters"), pgettext_lazy("bottom bar", "All"), "users"),
    Destination(
        "/raise/",
        _("Raise a matter"),
        pgettext_lazy("bottom bar", "Raise"),
        "message-circle-plus",
        is_raise=True,
    ),
    Destination("/councils/", _("Councils"), _("Councils"), "landmark", in_bar=False),
    Destination("/venues/", _("Where to talk"), _("Where to talk"), "map-pin", in_bar=False),
    Destination("/me/", _("Mine"), pgettext_lazy("bottom bar", "Mine"), "user-round", asks=True),
)


def navigation(path: str, *, posted: bool = False) -> list[dict[str, object]]:
    """The places with the one marked that `path` lies in; `posted` people start at their desk."""
    return [
        {
            "path": place.path,
            "label": place.label,
            "short": place.short,
            "icon": place.icon,
            "in_head": place.in_head,
            "in_bar": place.in_bar,
            "raise": place.is_raise,
            "asks": place.asks,
            "current": path == place.path or (place.path != "/" and path.startswith(place.path)),
        }
        for place in (DESK if posted else HOME, *PLACES)
    ]
