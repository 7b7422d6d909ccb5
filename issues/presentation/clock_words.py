"""Say in words what a clock asks for and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.share_passed import passed_share, share
from clocks.sums import from_basis, is_sum
from clocks.words import due_words
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.models import Assignment, Deadline

# In the order in which they are due; the first that runs is shown.
FIRST_ASKED = (
    DeadlineKind.CONFIRM,
    DeadlineKind.VERIFY,
    DeadlineKind.PAUSE_END,
    DeadlineKind.PARKED,
    DeadlineKind.DISPATCH,
    DeadlineKind.RECEIVE,
    DeadlineKind.SUPERVISED,
    DeadlineKind.RESPOND,
    DeadlineKind.AGENDA,
    DeadlineKind.RESOLVE,
    DeadlineKind.TALK,
    DeadlineKind.COMMITMENT,
)
ASKED: Mapping[str, str | Promise] = {
    DeadlineKind.RECEIVE: gettext_lazy("To be taken in {due}"),
    DeadlineKind.RESPOND: gettext_lazy("First answer {due}"),
    DeadlineKind.AGENDA: gettext_lazy("On an agenda {due}"),
    DeadlineKind.RESOLVE: gettext_lazy("Result {due}"),
    DeadlineKind.TALK: gettext_lazy("A talk {due}"),
    DeadlineKind.DISPATCH: gettext_lazy("Who leads is named {due}"),
    DeadlineKind.VERIFY: gettext_lazy("Checked on the spot {due}"),
    DeadlineKind.SUPERVISED: gettext_lazy("Supervised: an answer {due}"),
    DeadlineKind.PAUSE_END: gettext_lazy("Goes on {due}"),
    DeadlineKind.PARKED: gettext_lazy("Next answer {due}"),
    DeadlineKind.CONFIRM: gettext_lazy("The resident's word {due}"),
    DeadlineKind.COMMITMENT: gettext_lazy("Promised {due}"),
}


def owed_by(clocks: Iterable[Deadline], turn: Assignment) -> list[Deadline]:
    """What the body of a turn owes: by its clocks, by what it promised, and as the lead the talk.

    The talk of an urgent matter goes with it, so whoever has the matter owes one that was missed.
    """
    return [
        clock
        for clock in clocks
        if clock.assignment_id == turn.pk
        or (clock.commitment is not None and clock.commitment.body_id == turn.body_id)
        or (clock.kind == DeadlineKind.TALK and turn.role == TurnRole.LEAD)
    ]


def main_clock(clocks: Iterable[Deadline], turn: Assignment, now: datetime) -> Deadline | None:
    """The clock of a turn to show: what is late longest, otherwise the first in the order above.

    While the resident is asked, nothing else leads: a talk that is owed still is said beside it.
    """
    mine = owed_by(clocks, turn)
    asked = next((clock for clock in mine if clock.kind == DeadlineKind.CONFIRM), None)
    if asked is not None:
        return asked
    late = late_longest(mine, now)
    if late is not None:
        return late
    # Of several promises the one due first.
    by_kind = {clock.kind: clock for clock in sorted(mine, key=_due_at, reverse=True)}
    return next((by_kind[kind] for kind in FIRST_ASKED if kind in by_kind), None)


def _due_at(clock: Deadline) -> datetime:
    return clock.due_at


def late_longest(clocks: Iterable[Deadline], now: datetime) -> Deadline | None:
    """The one that is late longest; None if nothing is."""
    late = [clock for clock in clocks if is_overdue(clock, now)]
    return min(late, key=_due_at, default=None)


def clock_words(clock: Deadline, now: datetime, *, paper: bool = False) -> str:
    """“Result by Tuesday 14:00”; “Result was due by 19 November, 9 days overdue”."""
    asked = ASKED.get(clock.kind) or _("To do {due}")
    return str(asked).format(due=due_words(clock.due_at, now, paper=paper))


def elapsed_share(clock: Deadline, now: datetime) -> float:
    """The share of its time that has passed, from 0 to 1, for the ring."""
    if is_sum(clock.basis):
        return passed_share(from_basis(clock.basis), now)
    return share(now - clock.starts_at, clock.due_at - clock.starts_at)


def is_overdue(clock: Deadline, now: datetime) -> bool:
    return clock.due_at < now
