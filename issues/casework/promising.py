"""责任清单: what a body will do by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import AsksFirst, Refused
from acting.storable import storable_text
from clocks.words import gap_words
from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.stage import move_to
from issues.casework.tell import tell_above, tell_others, tell_reporter
from issues.duties import before_delivery
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import TurnRole
from issues.models import Assignment, Commitment

LONGEST = timedelta(days=730)


def promise(
    case: Case,
    turn: Assignment,
    actor: User,
    *,
    text: str,
    due_at: datetime,
    made_safe: bool = False,
    assent: str = "",
    recorded: Mapping[str, Any] | None = None,
) -> Commitment:
    """Add the promise of the body of `turn`; the lead's starts DELIVER.

    A date beyond the body's own clock is asked about first, unless `assent` names it, and then
    told to the level above. `recorded` is what its entry in the record says besides.
    """
    text = storable_text(text, Commitment, "text", missing=_("Write what will be done."))
    _check(case, due_at)
    is_lead = turn.role == TurnRole.LEAD
    safe = made_safe and is_lead and case.issue.matter_class == MatterClass.URGENT
    # What is made safe is over in time; the repair has a date of its own.
    limit = None if safe else _passed_by(case, turn, due_at)
    made = Commitment(
        issue=case.issue,
        assignment=turn,
        body=turn.body,
        by=actor,
        text=text,
        promised_at=case.now,
        due_at=due_at,
        made_safe=safe,
    )
    case.changes.commitments.append(made)
    if is_lead:
        _begin(case, safe=safe)
    if limit is not None:
        _ask(due_at, limit, assent)
    deadlines.start_until(case, DeadlineKind.COMMITMENT, due_at, commitment=made, why="promise")
    _tell(case, made, limit, recorded or {})
    return made


def _ask(due_at: datetime, limit: datetime, assent: str) -> None:
    """Raises AsksFirst unless the actor has said yes to this very date."""
    about = due_at.isoformat()
    if assent == about:
        return
    question = _("That is {gap} later than the clock allows. Are you sure?")
    gap = gap_words(due_at - limit)
    raise AsksFirst(question.format(gap=gap), about=about, field="due_at")


def _tell(
    case: Case, made: Commitment, limit: datetime | None, recorded: Mapping[str, Any]
) -> None:
    """The record, whoever raised it and all others who follow it; of a date beyond the clock the
    level above too.
    """
    due, body = made.due_at.isoformat(), made.body.code
    beyond = {} if limit is None else {"limit": limit.isoformat()}
    case.record(
        "committed",
        {"body": body, "due": due, "made_safe": made.made_safe, **beyond, **recorded},
        texts={"text": made.text},
    )
    tell_reporter(case, "committed", due=due, body=body, said=made.text)
    tell_others(case, "committed_there", key=f"to{due}", due=due, body=body, said=made.text)
    if limit is not None:
        tell_above(case, "promised_late", due=due, limit=limit.isoformat(), body=body)


def _passed_by(case: Case, turn: Assignment, due_at: datetime) -> datetime | None:
    """The end of the body's own clock if a promise for `due_at` lies beyond it.

    A clock that has run out counts too. None if no clock asks for a result. An office that only has
    to name a lead has no such clock: the date promised to the resident binds it.
    """
    limit = min(_ends(case, turn, DeadlineKind.RESOLVE), default=None)
    if limit is None and _ends(case, turn, DeadlineKind.DISPATCH):
        limit = case.issue.promised_by
    return limit if limit is not None and due_at > limit else None


def _ends(case: Case, turn: Assignment, kind: DeadlineKind) -> list[datetime]:
    """The ends of the turn's clocks of this kind, including those that have run out."""
    late = [
        clock
        for clock in (case.late if turn.pk else [])
        if clock.kind == kind and clock.assignment_id == turn.pk
    ]
    return [clock.due_at for clock in [*deadlines.running(case, [kind], turn=turn), *late]]


def _check(case: Case, due_at: datetime) -> None:
    if due_at <= case.now:
        raise Refused(_("The date of a promise lies ahead."), field="due_at")
    if due_at > case.now + LONGEST:
        raise Refused(_("Promise something within two years."), field="due_at")


def _begin(case: Case, *, safe: bool) -> None:
    missing = before_delivery(case.facts)
    if missing:
        raise Refused(missing)
    move_to(case, Stage.DELIVER)
    if safe:
        deadlines.meet(case, DeadlineKind.RESOLVE, DeadlineKind.SUPERVISED, turn=case.lead)
