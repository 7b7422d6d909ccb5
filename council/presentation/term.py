"""One term, with how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.dates import date_words
from council.enums.members import EndedReason
from council.models import CouncilMember

HOW: Mapping[str, Promise] = {
    EndedReason.RECALLED: gettext_lazy("Recalled by the party committee"),
    EndedReason.RESIGNED: gettext_lazy("Resigned"),
    EndedReason.ERASED: gettext_lazy("Left for good"),
}


def words_of_term(member: CouncilMember) -> str:
    return _("{first} to {last}").format(
        first=date_words(member.first_day, year=0), last=date_words(member.last_day, year=0)
    )


def term_context(member: CouncilMember) -> dict[str, Any]:
    return {
        "council": member.council,
        "name": str(member.person),
        "kind": member.get_kind_display(),
        "term": words_of_term(member),
        "how": str(HOW.get(member.ended_reason, "")),
        "why": member.ended_because,
    }
