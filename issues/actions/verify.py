"""核实: grid or community check a department's result on the spot."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework import deadlines
from issues.casework.ask_resident import ask_resident
from issues.casework.asks import asked_of
from issues.casework.case import opened
from issues.casework.tell import tell_body
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.models import Issue, Outcome


def verify(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    is_there: bool,
    note: str = "",
    seen: int | None = None,
) -> Issue:
    """If the result is there, ask the resident; if not, the same body must mend it, on a new clock.

    `note` says what was seen.
    """
    with opened(issue, Act.VERIFY, actor=actor, now=now, seen=seen) as case:
        outcome = _waiting(case.issue)
        missing = "" if is_there else _("Say what is still missing.")
        note = storable_text(note, Outcome, "verification_note", field="note", missing=missing)
        outcome.verified_by, outcome.verification_note = actor, note
        outcome.verified_at, outcome.refused_at = (now, None) if is_there else (None, now)
        outcome.save(
            update_fields=["verified_by", "verification_note", "verified_at", "refused_at"]
        )
        case.record("verified", {"there": is_there}, texts={"note": note})
        deadlines.meet(case, DeadlineKind.VERIFY, DeadlineKind.SUPERVISED, turn=case.lead)
        if is_there:
            ask_resident(case, said=outcome.text)
        else:
            deadlines.start(case, DeadlineKind.RESOLVE)
            calls_for = asked_of(case.lead, DeadlineKind.RESOLVE)
            tell_body(case, case.lead.body, "not_there", said=note, calls_for=calls_for)
        return case.issue


def _waiting(issue: Issue) -> Outcome:
    outcome = (
        Outcome.objects.filter(
            issue=issue,
            assignment__role=TurnRole.LEAD,
            assignment__left_at=None,
            round=issue.unsolved_rounds + 1,
            needs_verification=True,
            verified_at=None,
            refused_at=None,
        )
        .order_by("-pk")
        .first()
    )
    if outcome is None:
        raise Refused(_("There is no result that waits to be checked."))
    return outcome
