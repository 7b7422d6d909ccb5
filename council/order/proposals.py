"""Why a matter proposes itself for the agenda of the council whose body has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from clocks.words import due_words
from council.enums.agenda import ItemReason
from issues.enums.stages import DELIBERATIONS_BEFORE_DEPARTMENT, RESOLUTIONS_BEFORE_DELIVERY


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What is seen of a matter.

    `at_work`: it is being carried out. `moved_up`: it came up from below, and no sitting has talked
    it over since. `due_at` is the nearest date of a result, `agenda_due_at` that of the agenda.
    """

    matter_class: str
    at_work: bool
    deliberations: int
    resolutions: int
    moved_up: bool
    promise_broken: bool
    due_at: datetime | None
    agenda_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProposalReason:
    why: ItemReason
    sentence: str


def reasons_of(signs: Signs, *, until: datetime, now: datetime) -> tuple[ProposalReason, ...]:
    """All that hold, what presses most first. `until` is when the sitting after this one ends."""
    return tuple(_reasons(signs, until, now))


def _reasons(signs: Signs, until: datetime, now: datetime) -> Iterator[ProposalReason]:
    if signs.agenda_due_at is not None:
        due = due_words(signs.agenda_due_at, now)
        yield ProposalReason(
            ItemReason.AGENDA_CLOCK, _("It must come on an agenda {due}.").format(due=due)
        )
    if lacks_resolution(signs):
        yield ProposalReason(
            ItemReason.MAJOR, _("A major matter needs a resolution, and there is none yet.")
        )
    if signs.promise_broken:
        yield ProposalReason(
            ItemReason.PROMISE_BROKEN, _("A promise about it was not kept on time.")
        )
    if lacks_talks(signs):
        yield ProposalReason(ItemReason.HARD_AGAIN, _talks_so_far(signs))
    if signs.moved_up:
        yield ProposalReason(
            ItemReason.PUSHED_UP, _("It came up from below and has not been before the council.")
        )
    if signs.due_at is not None and signs.due_at <= until:
        due = due_words(signs.due_at, now)
        yield ProposalReason(ItemReason.DUE, _("Its result is due {due}.").format(due=due))


def lacks_resolution(signs: Signs) -> bool:
    needed = RESOLUTIONS_BEFORE_DELIVERY.get(signs.matter_class, 0)
    return not signs.at_work and signs.resolutions < needed


def lacks_talks(signs: Signs) -> bool:
    needed = DELIBERATIONS_BEFORE_DEPARTMENT.get(signs.matter_class, 0)
    return not signs.at_work and signs.deliberations < needed


def _talks_so_far(signs: Signs) -> str:
    if signs.deliberations:
        return _("A hard matter is talked over twice; so far it was once.")
    return _("A hard matter is talked over twice; so far it was not.")
