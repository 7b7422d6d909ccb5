"""The clocks that follow the class of a matter, after it has changed."""

from __future__ import annotations

from issues.casework import deadlines
from issues.casework.alarm import alarm
from issues.casework.case import Case
from issues.enums.deadlines import DeadlineKind, StartsAt
from issues.enums.matter import MatterClass
from issues.queries.asked_of_turn import first_asked

RECOMPUTED = (DeadlineKind.RECEIVE, DeadlineKind.RESPOND, DeadlineKind.RESOLVE)


def recompute(case: Case, before: str) -> None:
    """Void the turn's running clocks; start those of the new class from the turn's start."""
    for turn in case.current():
        kinds = {
            DeadlineKind(clock.kind) for clock in deadlines.running(case, RECOMPUTED, turn=turn)
        }
        for old in deadlines.running(case, kinds, turn=turn):
            kind = DeadlineKind(old.kind)
            at_receipt = deadlines.begins(case, kind, turn) == StartsAt.RECEIPT
            begins = turn.received_at if at_receipt else turn.started_at
            deadlines.start(case, kind, turn=turn, at=begins, replaces=old if old.pk else None)
    deadlines.follow_lead(case)
    if before == MatterClass.URGENT:
        deadlines.void(case, [DeadlineKind.TALK])
    if case.issue.matter_class == MatterClass.URGENT:
        deadlines.start(case, DeadlineKind.TALK, at=first_asked(case.lead, DeadlineKind.TALK))
        alarm(case)
