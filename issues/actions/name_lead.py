"""The street's dispatcher names who leads, and who joins (S11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from grids.enums import BodyKind
from grids.models import Body
from issues.actions import deadlines
from issues.actions.case import Case, opened
from issues.actions.turns import open_joint, open_lead, waits_for_a_lead
from issues.enums import Act, DeadlineKind, Level, TurnCause, TurnRole
from issues.models import Assignment, Issue

CAN_LEAD = frozenset({BodyKind.DEPARTMENT, BodyKind.PARTNER})


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

    A body that leads already keeps its turn and its clocks; only the joint ones are new.
    """
    with opened(issue, Act.NAME_LEAD, actor=actor, now=now, seen=seen) as case:
        reason = storable_text(reason, Assignment, "reason")
        _check_body(case, body, field="body")
        if case.lead.body_id != body.pk or waits_for_a_lead(case, case.lead):
            deadlines.meet(case, DeadlineKind.DISPATCH, DeadlineKind.SUPERVISED, turn=case.lead)
            open_lead(case, body, Level.DEPARTMENT, TurnCause.NAMED, reason=reason)
        for other in joint:
            add_joint(case, other, reason=reason)
        return case.issue


def add_joint(case: Case, body: Body, *, reason: str) -> None:
    """Put a body beside the lead, once."""
    _check_body(case, body, field="joint")
    if case.issue.is_dispute:
        raise Refused(_("A dispute between neighbours stays with its community."), field="joint")
    if body.pk == case.lead.body_id:
        raise Refused(_("The lead cannot join itself."), field="joint")
    already = any(t.role == TurnRole.JOINT and t.body_id == body.pk for t in case.current())
    if not already:
        open_joint(case, body, reason=reason)


def _check_body(case: Case, body: Body, *, field: str) -> None:
    """A department of the street or its district, or a partner that serves there."""
    serves = body.parent is not None and case.issue.grid.path.startswith(body.parent.path)
    if body.kind not in CAN_LEAD or not body.active or not serves:
        raise Refused(_("Choose a department or partner that serves this place."), field=field)
