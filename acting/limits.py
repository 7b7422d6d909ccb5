"""What is said to whoever does more than one may within a short time."""

from __future__ import annotations

from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.limits import reached
from accounts.models import User
from acting.refusals import NotNow

LIMITED = 429
DANGER = _(
    "Those were several urgent matters within a short time, and the community has been called. "
    "If life is in danger, call 119, 110 or 120 now. For what else there is, take the tick of "
    "danger away, or call your grid worker."
)
SENTENCES: dict[str, str | Promise] = {
    "matters": _("You have raised many matters within a short time."),
    "urgent": DANGER,
    "written_down": _("You have written down many matters within a short time."),
    "additions": _("You have added much within a short time."),
    "supports": _("You have said of many matters that they happened to you too."),
    "drafts": _("From here many matters were sent within a short time. Please sign in first."),
    "photos": _("Many photos were sent within a short time."),
    "photos_before_sign_in": _(
        "Very many photos came from this network within the last hour. Please sign in, then add "
        "them; or send without photos."
    ),
    "numbers": _("You have looked at many numbers within a short time."),
    "acts": _("You have done very much within a short time."),
}
# Pressed or looked at, with nothing typed that could be lost.
WORDLESS = frozenset({"supports", "numbers"})


class TooMany(NotNow):
    """More than one may do within a short time; `seconds` until it may be tried again."""

    def __init__(self, name: str, seconds: int, *, field: str = "") -> None:
        super().__init__(_said(name, seconds), seconds=seconds, field=field, status=LIMITED)


def spend(*names: str, person: User | None, field: str = "") -> None:
    """Count one more of each. Raises TooMany."""
    limit = reached(*names, person=person)
    if limit is not None:
        raise TooMany(limit.name, limit.seconds, field=field)


def _said(name: str, seconds: int) -> str:
    minutes = ceil(seconds / 60)
    if name == "urgent":
        return str(DANGER)
    if name in WORDLESS:
        wait = gettext("Please try again in {time}.").format(time=_time(minutes))
    else:
        wait = gettext("What you typed is still here; please send it in {time}.").format(
            time=_time(minutes)
        )
    return gettext("{what} {wait}").format(what=SENTENCES[name], wait=wait)


def _time(minutes: int) -> str:
    if minutes >= 90:
        hours = ceil(minutes / 60)
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
