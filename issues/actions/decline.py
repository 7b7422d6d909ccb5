"""Decline a matter that is not for the council, and say where to go instead."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.stage import move_to
from issues.casework.tell import tell_others, tell_reporter
from issues.casework.turns import end_turns
from issues.enums.acts import Act
from issues.enums.stages import Stage
from issues.models import Issue


def decline(
    issue: Issue, *, actor: User, now: datetime, where_to: str, seen: int | None = None
) -> Issue:
    """End the issue; `where_to` tells the resident where to go instead."""
    with opened(issue, Act.DECLINE, actor=actor, now=now, seen=seen) as case:
        missing = _("Say where the resident should go instead.")
        where_to = storable_text(where_to, Issue, "ending_note", field="where_to", missing=missing)
        move_to(case, Stage.DECLINED)
        case.issue.ending_note = where_to
        end_turns(case)
        case.record("declined", texts={"where_to": where_to})
        tell_reporter(case, "declined", said=where_to)
        tell_others(case, "declined_there", sms=True, said=where_to)
        return case.issue
