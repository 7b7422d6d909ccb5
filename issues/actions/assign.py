"""Say who of a body sees to the matter."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from issues.casework.asks import asked_of, done
from issues.casework.case import opened
from issues.casework.tell import tell_people
from issues.casework.turn_of_actor import my_turn
from issues.enums.acts import Act
from issues.models import Issue
from issues.queries.colleagues import colleagues_at


def assign(issue: Issue, *, actor: User, now: datetime, to: User, seen: int | None = None) -> Issue:
    """`to` works at the actor's body; who it was before needs no reason, it is no blame."""
    with opened(issue, Act.ASSIGN, actor=actor, now=now, seen=seen) as case:
        turn = my_turn(case)
        if to not in colleagues_at(turn.body, now=now):
            raise Refused(_("Choose somebody who works at this body."), field="to")
        if turn.assignee_id == to.pk:
            raise Refused(_("They see to it already."), field="to")
        turn.assignee = to
        falls_to = asked_of(turn, "assigned")
        # It falls no more to whoever it was before.
        done(case, falls_to)
        case.changes.assignments.append(turn)
        case.record("assigned", {"body": turn.body.code}, progress=False)
        tell_people(case, [to.pk], "assigned", sms=False, calls_for=falls_to)
        return case.issue
