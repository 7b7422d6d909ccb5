"""Say in words what a clock asks for and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clocks.passed import passed_share, share
from clocks.sums import from_basis, is_sum
from clocks.words import due_words
from issues.enums import DeadlineKind
from issues.models import Deadline

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


def main_clock(clocks: Iterable[Deadline], turn_id: int | None) -> Deadline | None:
    """The running clock of a turn to show: the first in the order above."""
    by_kind = {c.kind: c for c in clocks if c.is_running and c.assignment_id == turn_id}
    return next((by_kind[kind] for kind in FIRST_ASKED if kind in by_kind), None)


def clock_words(clock: Deadline, now: datetime) -> str:
    """“Result by Tuesday 14:00”; “Result 3 hours overdue”."""
    asked = ASKED.get(clock.kind) or _("To do {due}")
    return str(asked).format(due=due_words(clock.due_at, now))


def elapsed_share(clock: Deadline, now: datetime) -> float:
    """The share of its time that has passed, from 0 to 1, for the ring."""
    if is_sum(clock.basis):
        return passed_share(from_basis(clock.basis), now)
    return share(now - clock.starts_at, clock.due_at - clock.starts_at)


def is_overdue(clock: Deadline, now: datetime) -> bool:
    return clock.due_at < now
