"""Keep a checked issue private."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework.asks import LOOK, done
from issues.casework.case import opened
from issues.casework.tell import tell_reporter
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.models import Issue


def keep_private(
    issue: Issue, *, actor: User, now: datetime, reason: str = "", seen: int | None = None
) -> Issue:
    """Keep the issue private, because it is a dispute or the resident wished it."""
    with opened(issue, Act.KEEP_PRIVATE, actor=actor, now=now, seen=seen) as case:
        if case.issue.visibility == Visibility.PRIVATE:
            return case.issue
        if case.issue.visibility == Visibility.PUBLIC:
            raise Refused(_("This matter is public already. Hide it, and say why."))
        reason = storable_text(reason, Issue, "ending_note", field="reason")
        case.issue.visibility = Visibility.PRIVATE
        case.touch()
        case.record("kept_private", texts={"reason": reason})
        done(case, LOOK)
        tell_reporter(case, "kept_private", sms=False, said=reason)
        return case.issue
