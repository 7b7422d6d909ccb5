"""What a page needs in order to ask, now and then, whether it has news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core import signing

from notifications.version import Version

SALT = "notifications.watching"
NOTHING = Version(())
# Longer than anybody leaves a page open; it is drawn anew after that.
LASTS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Watch:
    """`page` names who answers (`notifications.news`), `about` what it needs to know besides.

    It is signed, so that asking needs neither the session nor the person: all it gives away is
    whether anything happened at places that this page was allowed to show.
    """

    page: str
    places: Sequence[str]
    person_id: int | None
    about: dict[str, Any] = field(default_factory=dict)
    # What the page shows; it must be read before the page's other rows.
    version: Version = NOTHING

    @property
    def token(self) -> str:
        value = [self.page, list(self.places), self.person_id, self.about]
        return signing.dumps(value, salt=SALT, compress=True)


def watch_of(token: str) -> Watch | None:
    """Without its version; None if it is none of ours, or too old."""
    try:
        page, places, person_id, about = signing.loads(token, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Watch(page, places, person_id, about)
