"""The street's dispatcher names who leads, and who joins (S11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from accounts.models import User
from acting.storable import storable_text
from grids.models import Body
from issues.casework import deadlines
from issues.casework.case import opened
from issues.casework.joining import add_joint, check_body
from issues.casework.turns import open_lead, waits_for_a_lead
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Issue


def name_lead(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    body: Body,
    joint: Sequence[Body] = (),
    reason: str = "",
    seen: int | None = None,
) -> Issue:
    """Give the lead to `body`, and a part to each of `joint`.

    If `body` leads already, it keeps its turn and its clocks, and only joint bodies are added.
    """
    with opened(issue, Act.NAME_LEAD, actor=actor, now=now, seen=seen) as case:
        reason = storable_text(reason, Assignment, "reason")
        check_body(case, body, field="body")
        if case.lead.body_id != body.pk or waits_for_a_lead(case, case.lead):
            deadlines.meet(case, DeadlineKind.DISPATCH, DeadlineKind.SUPERVISED, turn=case.lead)
            open_lead(case, body, Level.DEPARTMENT, TurnCause.NAMED, reason=reason)
        for other in joint:
            add_joint(case, other, reason=reason)
        return case.issue
