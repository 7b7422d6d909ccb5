"""责任清单: what a body will do by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.stage import move_to
from issues.casework.tell import tell_resident
from issues.duties import before_delivery
from issues.enums import DeadlineKind, MatterClass, Stage, TurnRole
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
    recorded: Mapping[str, Any] | None = None,
) -> Commitment:
    """Add the promise of the body of `turn`; the lead's starts DELIVER.

    `recorded` is what its entry in the record says besides.
    """
    text = storable_text(text, Commitment, "text", missing=_("Write what will be done."))
    _check(case, due_at)
    is_lead = turn.role == TurnRole.LEAD
    made = Commitment(
        issue=case.issue,
        assignment=turn,
        body=turn.body,
        by=actor,
        text=text,
        promised_at=case.now,
        due_at=due_at,
        made_safe=made_safe and is_lead and case.issue.matter_class == MatterClass.URGENT,
    )
    case.changes.commitments.append(made)
    if is_lead:
        _begin(case, safe=made.made_safe)
    deadlines.start_until(case, DeadlineKind.COMMITMENT, due_at, commitment=made, why="promise")
    due = due_at.isoformat()
    case.record(
        "committed",
        {"body": turn.body.code, "due": due, "made_safe": made.made_safe, **(recorded or {})},
        texts={"text": text},
    )
    tell_resident(case, "committed", due=due, body=turn.body.code)
    return made


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
