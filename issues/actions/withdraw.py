"""The reporter takes the matter back."""

from datetime import datetime

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.stage import move_to
from issues.casework.tell import tell_body
from issues.casework.turns import end_turns
from issues.enums import Act, Stage
from issues.models import Issue


def withdraw(
    issue: Issue, *, actor: User, now: datetime, reason: str = "", seen: int | None = None
) -> Issue:
    """End the issue because its reporter wishes it; not possible once it is carried out."""
    with opened(issue, Act.WITHDRAW, actor=actor, now=now, seen=seen) as case:
        reason = storable_text(reason, Issue, "ending_note", field="reason")
        holder = case.lead.body
        move_to(case, Stage.WITHDRAWN)
        case.issue.ending_note = reason
        end_turns(case)
        case.record("withdrawn", texts={"reason": reason})
        tell_body(case, holder, "withdrawn")
        return case.issue
