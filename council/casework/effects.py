"""What a decision does to its matter."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from council.casework.mandate import mandate_of, morning_of
from council.casework.table import TableCase
from council.enums.decisions import ASKS, Effect
from council.models import AgendaItem, Resolution
from council.queries.agenda import is_put_off_too
from issues.actions.decide import decide
from issues.actions.find_at_sitting import find_at_sitting
from issues.actions.postpone import postpone
from issues.actions.take_off_agenda import take_off_agenda
from issues.enums.activity import DeliberationKind
from issues.inputs import Ruling, Talk

RESOLVES = frozenset({Effect.TO_DELIVER, *ASKS})


def carry_out(case: TableCase, resolution: Resolution) -> None:
    """Carry the decision out on its matter, which is locked after the sitting and never before."""
    item = resolution.item
    actor = _who_changes_matters(case)
    if item.issue is None or actor is None:
        return
    mandate = mandate_of(case.meeting)
    decide(
        item.issue,
        actor=actor,
        now=case.now,
        mandate=mandate,
        talk=_talk(case, item, resolution),
        ruling=Ruling(
            resolved=_resolved(resolution),
            quorate=resolution.quorate,
            owners_note=resolution.owners_note,
            assembly_note=resolution.assembly_note,
            asks=ASKS.get(Effect(resolution.effect)) if resolution.adopted else None,
            until=morning_of(resolution.postponed_to) if resolution.postponed_to else None,
        ),
        into=case.changes,
    )


def _resolved(resolution: Resolution) -> bool | None:
    """Whether the decision resolves the matter; None if it was only talked over.

    To put it off or to note it resolves nothing, so a major matter can't be carried out by it. What
    people agreed on without a vote is a resolution like any other.
    """
    if not resolution.adopted:
        return False
    return True if resolution.effect in RESOLVES else None


def put_off_matter(case: TableCase, item: AgendaItem, day: date) -> None:
    """Run the agenda clock of the item's matter to the morning of `day`.

    A matter that has ended, is not public or is delivered is left alone.
    """
    actor = _who_changes_matters(case)
    if item.issue is None or actor is None or not is_put_off_too(item):
        return
    postpone(
        item.issue,
        actor=actor,
        now=case.now,
        mandate=mandate_of(case.meeting),
        until=morning_of(day),
        into=case.changes,
    )


def note_finding(case: TableCase, item: AgendaItem, text: str) -> None:
    """Write down a finding on the spot that somebody told at the sitting."""
    actor = _who_changes_matters(case)
    if item.issue is None or actor is None:
        return
    find_at_sitting(
        item.issue,
        actor=actor,
        now=case.now,
        mandate=mandate_of(case.meeting),
        text=text,
        found_at=case.at,
        into=case.changes,
    )


def not_reached(case: TableCase) -> None:
    """Matters that did not come up wait for the next agenda; their clocks run again."""
    actor = _who_changes_matters(case)
    if actor is None:
        return
    waiting = [item.issue for item in case.state.items_waiting if item.issue is not None]
    if waiting:
        take_off_agenda(
            waiting,
            actor=actor,
            now=case.now,
            mandate=mandate_of(case.meeting),
            into=case.changes,
        )


def _who_changes_matters(case: TableCase) -> User | None:
    """Who acts on the matters; None in a rehearsal, which touches none, and for the system."""
    return None if case.meeting.rehearsal else case.actor


def _talk(case: TableCase, item: AgendaItem, resolution: Resolution) -> Talk:
    """Names stay with the sitting; the matter learns how many were there."""
    present = sum(line.is_present for line in case.state.roll)
    return Talk(
        kind=DeliberationKind.SITTING,
        held_at=case.at,
        venue=case.meeting.venue,
        place=case.meeting.place,
        head_count=present,
        said=item.note,
        agreed=resolution.text,
        dissent=resolution.minority,
    )
