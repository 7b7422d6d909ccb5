"""What is kept about a person, as a plain list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.dates import date_of_moment

COUNTED: Mapping[str, str | Promise] = {
    "matters": gettext_lazy("Matters you raised, in your own words"),
    "photos": gettext_lazy("Photos you sent"),
    "drafts": gettext_lazy("Matters you began to write"),
    "additions": gettext_lazy("Things you added"),
    "supports": gettext_lazy("Matters that happened to you too"),
    "follows": gettext_lazy("Matters you follow"),
    "words": gettext_lazy("Times you said whether it was solved"),
    "notices": gettext_lazy("Notices to you"),
    "postings": gettext_lazy("Posts you hold or held"),
    "record": gettext_lazy("Acts of yours on the record"),
}


def kept_of(export: Mapping[str, Any]) -> list[dict[str, Any]]:
    """For `components/facts.html`."""
    account: Mapping[str, Any] = export["account"]
    nothing = _("not said")
    said = [
        {"label": _("Phone number"), "value": (account["phone"] or nothing).removeprefix("+86")},
        {"label": _("E-mail address"), "value": account["email"] or nothing},
        {"label": _("What we call you"), "value": account["name"] or nothing},
        {"label": _("Where you live"), "value": export["residence"] or nothing},
        {"label": _("With us since"), "value": _day(account["joined_at"])},
        {"label": _("Devices where you are signed in"), "value": _count(account["devices"])},
    ]
    return said + [
        {"label": str(label), "value": _count(export[name])} for name, label in COUNTED.items()
    ]


def _day(moment: str) -> str:
    return date_of_moment(datetime.fromisoformat(moment), timezone.now())


def _count(rows: Sequence[Any]) -> int:
    return len(rows)
