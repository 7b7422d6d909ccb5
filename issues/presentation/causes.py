"""Why a turn ended, and why the next one began, as sentences."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnCause

LEFT: Mapping[str, str | Promise] = {
    TurnCause.PUSHED_UP: _("It could not be solved here, so it was passed up."),
    TurnCause.RESOLUTION: _("The council asked that the next level takes it up."),
    TurnCause.CLOCK: _("The time ran out here, so it went up by itself."),
    TurnCause.WORD: _("It was not solved for the resident, so the next level up looks at it."),
    TurnCause.BELONGS: _("A major matter belongs to the community, so it went there at once."),
    TurnCause.NAMED: _("The street named who is competent."),
    TurnCause.HANDED_OVER: _("The time ran out here, so it went to the competent district body."),
    TurnCause.DONE: _("Its part is done."),
    TurnCause.ENDED: _("The matter ended here."),
}
# The clock that was missed, if a clock moved the issue.
MISSED: Mapping[str, str | Promise] = {
    DeadlineKind.RECEIVE: _("It was not taken in on time, so it went up by itself."),
    DeadlineKind.RESOLVE: _("There was no result on time, so it went up by itself."),
}


def why_left(cause: str, missed: str) -> str:
    if cause == TurnCause.CLOCK and missed in MISSED:
        return str(MISSED[missed])
    return str(LEFT.get(cause, ""))
