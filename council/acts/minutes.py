"""What can be done to minutes: in which state of the sitting, by whom, and as which button."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from acting.acts import StateRow
from council.enums.meetings import MEETING_HELD, MeetingState
from council.enums.minutes import MinutesAct
from council.facts.viewer import Viewer
from council.minutes import rules
from council.minutes.rules import MinutesFacts

SIGNED = frozenset({MeetingState.SIGNED, MeetingState.PUBLISHED})


def is_unwritten(minutes: MinutesFacts) -> bool:
    return not minutes.versions


def is_written(minutes: MinutesFacts) -> bool:
    return bool(minutes.versions)


def is_corrected(minutes: MinutesFacts) -> bool:
    """What was signed stays; of an addendum only what nobody has signed yet is corrected."""
    if minutes.state in SIGNED:
        return minutes.is_addendum and not minutes.signed_by
    return bool(minutes.versions)


def waits_for_signatures(minutes: MinutesFacts) -> bool:
    return minutes.waits_for_signatures


def is_settled(minutes: MinutesFacts) -> bool:
    """No addendum waits for its signatures."""
    return not minutes.waits_for_signatures


MinutesActRow = StateRow[Viewer, MinutesFacts]

MINUTES_ACTS: Mapping[MinutesAct, MinutesActRow] = {
    MinutesAct.DRAFT: MinutesActRow(
        states=frozenset({MeetingState.CLOSED}),
        who=rules.writes,
        when=is_unwritten,
        label=_("Draft the minutes"),
        icon="file-pen-line",
        is_next=True,
    ),
    MinutesAct.FINISH: MinutesActRow(
        states=frozenset({MeetingState.CLOSED}),
        who=rules.writes,
        when=is_written,
        label=_("Finish them"),
        icon="check",
        is_next=True,
    ),
    MinutesAct.SIGN: MinutesActRow(
        states=MEETING_HELD - {MeetingState.CLOSED},
        who=rules.signs,
        when=waits_for_signatures,
        label=_("Sign them"),
        icon="signature",
        is_next=True,
    ),
    MinutesAct.PUBLISH: MinutesActRow(
        states=frozenset({MeetingState.SIGNED}),
        who=rules.keeps,
        label=_("Publish them"),
        icon="megaphone",
        is_next=True,
    ),
    MinutesAct.CORRECT: MinutesActRow(
        states=MEETING_HELD,
        who=rules.writes,
        when=is_corrected,
        label=_("Correct them"),
        icon="pencil",
    ),
    MinutesAct.ADD_SHEET: MinutesActRow(
        states=MEETING_HELD,
        who=rules.keeps,
        label=_("File a sheet of paper"),
        icon="camera",
    ),
    MinutesAct.AMEND: MinutesActRow(
        states=SIGNED,
        who=rules.writes,
        when=is_settled,
        label=_("Write an addendum"),
        icon="file-plus",
    ),
}
