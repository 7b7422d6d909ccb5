"""认领任务: a body accepts by its own hand what a sitting asked of it, which makes it a promise."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import as_stored
from acting.refusals import Refused
from grids.models import Body
from grids.queries.serving import serves
from grids.queries.standing import standing_of
from issues.casework.case import Case
from issues.casework.joining import add_joint
from issues.casework.mandated import mandated
from issues.casework.promising import promise
from issues.casework.taking_in import take_in
from issues.casework.tell import tell_body
from issues.enums.turns import TurnRole
from issues.mandate import Mandate, SittingAct
from issues.models import Assignment, Commitment, Issue
from issues.queries.facts import holding
from issues.queries.resolutions import decided_at
from issues.refusals import NotYours
from issues.rules import acts_for


def accept_pledge(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    body: Body,
    text: str,
    due_at: datetime,
    mandate: Mandate,
    assent: str = "",
) -> Commitment:
    """Join on behalf of the lead where `body` has no part yet, take it in, and promise.

    `actor` speaks for `body`, and the sitting of `mandate` has talked the matter over.
    `assent` as for a promise of its own.
    """
    with mandated(issue, SittingAct.ACCEPT_PLEDGE, actor=actor, now=now, mandate=mandate) as case:
        case.standing = standing_of(actor, now=now)
        _check(case, body, mandate)
        turn = _turn_of(case, body) or _joined(case, body, text)
        if turn.received_at is None:
            take_in(case, turn)
        sitting = {"sitting": str(mandate.sitting)}
        made = promise(case, turn, actor, text=text, due_at=due_at, assent=assent, recorded=sitting)
        if turn.role == TurnRole.JOINT:
            due = due_at.isoformat()
            tell_body(case, case.lead.body, "pledged", part=body.code, due=due, said=text)
        return made


def _check(case: Case, body: Body, mandate: Mandate) -> None:
    assert case.standing is not None
    if not acts_for(case.standing, holding(body)):
        raise NotYours(_("Only the body itself accepts what it is asked to do."))
    if not decided_at(case.issue, mandate.sitting):
        raise Refused(_("The council has not adopted anything on this matter."))


def _turn_of(case: Case, body: Body) -> Assignment | None:
    mine = [turn for turn in case.current() if turn.body_id == body.pk]
    return next((turn for turn in mine if turn.role == TurnRole.LEAD), mine[0] if mine else None)


def _joined(case: Case, body: Body, text: str) -> Assignment:
    """What it is asked for is the part that it has from now on."""
    if not serves(body, case.issue.grid.path):
        raise Refused(
            _("Only whoever has the matter, or a department or partner of this place, promises.")
        )
    add_joint(case, body, reason=as_stored(text))
    turn = _turn_of(case, body)
    assert turn is not None, "it has just joined"
    return turn
