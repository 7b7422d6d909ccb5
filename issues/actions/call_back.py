"""电话回访: someone other than the handler asks the resident, up to three times."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.verdict import take_verdict
from issues.enums.activity import Resolved, Satisfaction, VerdictVia
from issues.enums.acts import Act
from issues.models import CallBack, Issue
from issues.rules import MOST_CALL_BACKS


def call_back(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    resolved: Resolved | None = None,
    satisfaction: Satisfaction | None = None,
    note: str = "",
    look_above: bool = False,
    seen: int | None = None,
) -> Issue:
    """Record a call. `resolved` is what the resident said; None if nobody answered."""
    with opened(issue, Act.CALL_BACK, actor=actor, now=now, seen=seen) as case:
        note = storable_text(note, CallBack, "note")
        made = case.facts.call_backs
        if made >= MOST_CALL_BACKS:
            raise Refused(_("Three calls were made; the matter now waits for its date."))
        case.changes.activity.append(
            CallBack(
                issue=case.issue,
                by=actor,
                round=case.issue.unsolved_rounds + 1,
                attempt=made + 1,
                reached=resolved is not None,
                note=note,
                called_at=now,
            )
        )
        case.record(
            "called_back",
            {"attempt": made + 1, "reached": resolved is not None},
            texts={"note": note},
            progress=False,
        )
        if resolved is not None:
            take_verdict(
                case,
                by=actor,
                via=VerdictVia.CALL_BACK,
                resolved=resolved,
                satisfaction=satisfaction,
                text=note,
                look_above=look_above,
            )
        return case.issue
