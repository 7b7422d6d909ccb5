"""One term, with how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.dates import date_words, day_words
from clocks.reading_moment import PAPER
from council.addresses import address_of_meeting
from council.enums.members import EndedReason
from council.models import CouncilMember
from council.order.attendance import Sat, attendance
from council.queries.attendance import SatIn

HOW: Mapping[str, Promise] = {
    EndedReason.RECALLED: gettext_lazy("Recalled by the party committee"),
    EndedReason.RESIGNED: gettext_lazy("Resigned"),
    EndedReason.ERASED: gettext_lazy("Left for good"),
}


def words_of_term(member: CouncilMember) -> str:
    """It runs over years, so each day has its own."""
    return _("{first} to {last}").format(
        first=date_words(member.first_day, PAPER), last=date_words(member.last_day, PAPER)
    )


def term_context(
    member: CouncilMember, sat_in: Sequence[SatIn], *, own: bool, now: datetime
) -> dict[str, Any]:
    """`own`: the reader is the member."""
    return {
        "council": member.council,
        "name": str(member.person),
        "kind": member.get_kind_display(),
        "term": words_of_term(member),
        "how": str(HOW.get(member.ended_reason, "")),
        "why": member.ended_because,
        "own": own,
        "attendance": _numbers(member, sat_in),
        "sittings": [
            {
                "url": address_of_meeting(one.meeting),
                "title": one.meeting.title,
                "day": day_words(one.sat.day, now),
                "words": _came(one.sat),
                "icon": "check" if one.sat.came else "minus",
            }
            for one in sat_in
        ],
    }


def _numbers(member: CouncilMember, sat_in: Sequence[SatIn]) -> list[dict[str, str]]:
    """Nothing where nothing was held; a share is told of one person, and compared with nobody's."""
    found = attendance((one.sat for one in sat_in), (member.term.lower, member.term.upper))
    if not found.held:
        return []
    rows = [
        (_("Came"), _("{came} of {number}").format(came=found.came, number=found.expected)),
        (_("Excused, not counted"), str(found.excused) if found.excused else ""),
        (_("Was missing"), str(found.missed) if found.missed else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _came(sat: Sat) -> str:
    if sat.came:
        return _("was there")
    return _("excused") if sat.is_excused else _("was not there")
