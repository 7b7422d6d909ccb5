"""责任清单: a body promises what it will do by when."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework import deadlines
from issues.casework.case import Case, opened
from issues.casework.parts import my_turn
from issues.casework.stage import move_to
from issues.casework.tell import tell_resident
from issues.duties import before_delivery
from issues.enums import Act, DeadlineKind, MatterClass, Stage, TurnRole
from issues.models import Commitment, Issue

LONGEST = timedelta(days=730)


def commit(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    text: str,
    due_at: datetime,
    made_safe: bool = False,
    seen: int | None = None,
) -> Issue:
    """Make a promise for the body `actor` speaks for; the lead's promise starts DELIVER.

    `made_safe` says that the danger of an urgent matter is over, which meets its clock; what is
    promised is then the repair, with its own date (DESIGN §5).
    """
    with opened(issue, Act.COMMIT, actor=actor, now=now, seen=seen) as case:
        text = storable_text(text, Commitment, "text", missing=_("Write what will be done."))
        _check(case, due_at)
        turn = my_turn(case)
        is_lead = turn.role == TurnRole.LEAD
        promise = Commitment(
            issue=case.issue,
            assignment=turn,
            body=turn.body,
            by=actor,
            text=text,
            promised_at=now,
            due_at=due_at,
            made_safe=made_safe and is_lead and case.issue.matter_class == MatterClass.URGENT,
        )
        case.changes.commitments.append(promise)
        if is_lead:
            _begin(case, safe=promise.made_safe)
        deadlines.start_until(
            case, DeadlineKind.COMMITMENT, due_at, commitment=promise, why="promise"
        )
        case.record(
            "committed",
            {"body": turn.body.code, "due": due_at.isoformat(), "made_safe": promise.made_safe},
            texts={"text": text},
        )
        tell_resident(case, "committed", due=due_at.isoformat(), body=turn.body.code)
        return case.issue


def _check(case: Case, due_at: datetime) -> None:
    if due_at <= case.now:
        raise Refused(_("The date of a promise lies ahead."), field="due_at")
    if due_at > case.now + LONGEST:
        raise Refused(_("Promise something within two years."), field="due_at")


def _begin(case: Case, *, safe: bool) -> None:
    missing = before_delivery(case.facts)
    if missing:
        raise Refused(missing)
    move_to(case, Stage.DELIVER)
    if safe:
        deadlines.meet(case, DeadlineKind.RESOLVE, DeadlineKind.SUPERVISED, turn=case.lead)
