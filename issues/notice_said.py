"""Bodies of notices that carry the answer itself: the beginning of what was said, masked."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from issues.enums.activity import Resolved
from issues.notice_words import Text

MAKE_GOOD = _("“{said}” Please make it good.")
TAKE_IN = _("“{said}” Please take it in.")
BY_THEN = _("{body} promises to be done by {due}: “{said}”")

# By kind, or by kind and what it is about, with a dot between.
SAID: Mapping[str, Text] = {
    "responded": _("“{said}”"),
    "found": _("“{said}”"),
    "deliberated": _("“{said}”"),
    "declined": _("“{said}”"),
    "kept_private": _("Only you and those who work on it can read it: “{said}”"),
    "hidden": _("You can still read it. The reason: “{said}”"),
    "delivered": _("“{said}” Somebody checks on the spot first; then we ask you."),
    "delivered_there": _("“{said}” Somebody checks on the spot first."),
    "result_there": _("“{said}” Whoever raised it is asked whether it is solved."),
    "declined_there": _("“{said}”"),
    "asked": _("“{said}” Is it so? Please say it: the last word is yours."),
    "committed": BY_THEN,
    "committed_there": BY_THEN,
    "pledged": BY_THEN,
    "decided": _("“{said}”"),
    "decided.adopted": _("Decided: “{said}”"),
    "decided.rejected": _("Not agreed: “{said}”"),
    "council_asks": _("Its resolution: “{said}”"),
    "part_done": _("“{said}” Please see what is left."),
    "to_verify": _("“{said}” Go and look; only then is the resident asked."),
    "not_there": MAKE_GOOD,
    "word": MAKE_GOOD,
    f"word.{Resolved.SOLVED}": _("“{said}” Thank you. It is closed."),
    "came": TAKE_IN,
    "withdrawn": _("“{said}” There is nothing left to do."),
}


def said_of(kind: str, about: str = "") -> Text:
    return SAID.get(f"{kind}.{about}") or SAID.get(kind, "")
