"""Papers to be printed before a sitting."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from clocks.dates import moment_words
from clocks.reading_moment import PAPER
from council.addresses import address_of_meeting
from council.enums.meetings import MEETING_PLANNED, MEETING_RUNNING, MeetingState
from council.enums.minutes import SheetKind
from council.enums.votes import VoteWay
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.models import Meeting
from council.order.quorum import QuorumRule
from council.queries.papers import Pack, prints
from grids.presentation.scan_code import address_in_words, scan_code

# On paper there is always room for who was not expected.
EMPTY_LINES = 4


def paper_context(pack: Pack, sheet: SheetKind) -> dict[str, Any]:
    """At the table the code joins; on the notice board it leads to the sitting's page."""
    meeting = pack.meeting
    joins = bool(meeting.code) and sheet != SheetKind.NOTICE
    path = f"/sit/{meeting.code}/" if joins else address_of_meeting(meeting)
    here, more = _("Scan to say that you are here"), _("Scan to read more")
    members = len(pack.members)
    rule = QuorumRule(meeting.quorum_numerator, meeting.quorum_denominator)
    return {
        "meeting": meeting,
        "council": meeting.council,
        "sheet": sheet,
        "back": address_of_meeting(meeting),
        "when": moment_words(meeting.starts_at, PAPER),
        "place": meeting.where,
        "members": pack.members,
        "member_count": members,
        "needed": rule.needed(members),
        "empty_lines": range(members + 1, members + 1 + EMPTY_LINES),
        "items": pack.items,
        "ways": [way.label for way in VoteWay],
        "ballots": range(max(members, 1)),
        "code": meeting.code,
        "address": address_in_words(path),
        "drawing": scan_code(path, "paper-code", border=0, dark="#000"),
        "scan_words": here if joins else more,
    }


def papers_of(meeting: Meeting, viewer: Viewer, facts: MeetingFacts) -> list[dict[str, str]]:
    """What the reader can print, until the sitting is over."""
    if MeetingState(meeting.state) not in MEETING_PLANNED | MEETING_RUNNING:
        return []
    return [_paper(meeting, sheet) for sheet in SheetKind if prints(sheet, viewer, facts)]


def all_papers(meeting: Meeting) -> list[dict[str, str]]:
    """For whoever runs it."""
    return [_paper(meeting, sheet) for sheet in SheetKind]


def _paper(meeting: Meeting, sheet: SheetKind) -> dict[str, str]:
    path = reverse("council:paper", args=[meeting.uid, sheet.value.replace("_", "-")])
    return {"url": path, "label": str(sheet.label)}
