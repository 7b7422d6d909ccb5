"""Hide an issue that was public."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.quotes import quiet_neighbours
from issues.casework.tell import tell_neighbours, tell_others, tell_reporter
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.models import Issue
from ledger.actions.publish import set_public


def hide(
    issue: Issue, *, actor: User, now: datetime, reason: str, seen: int | None = None
) -> Issue:
    """Hide a public issue; `reason` is recorded."""
    with opened(issue, Act.HIDE, actor=actor, now=now, seen=seen) as case:
        if case.issue.visibility != Visibility.PUBLIC:
            return case.issue
        missing = _("Say why it is hidden: the reason is recorded.")
        reason = storable_text(reason, Issue, "ending_note", field="reason", missing=missing)
        case.issue.visibility = Visibility.HIDDEN
        case.touch()
        case.record("hidden", texts={"reason": reason})
        set_public(case.issue.stream, False)  # noqa: FBT003
        quiet_neighbours([case])
        # Whoever raised what was merged into it may read it on, but not the reason.
        tell_reporter(case, "hidden", sms=False, said=reason)
        tell_others(case, "hidden")
        tell_neighbours(case, "hidden_there")
        return case.issue
