"""成果落实: record what was achieved, with a picture or the reason why there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from issues.casework import asks, deadlines
from issues.casework.case import Case
from issues.casework.moments import checked_moment
from issues.casework.pictures import attach
from issues.enums.activity import PhotoPurpose
from issues.enums.deadlines import DeadlineKind
from issues.inputs import MOST_COUNTED, MOST_MONEY, NewOutcome
from issues.models import Assignment, Outcome
from issues.refusals import NOT_YUAN

WRITTEN = ("text", "paid_by", "count_of", "no_picture_reason")


def check_result(result: NewOutcome) -> NewOutcome:
    """`result` as it may be stored. Raises Refused if it has neither picture nor reason."""
    needed = {"text": _("Write what was done.")}
    written: dict[str, Any] = {
        name: storable_text(getattr(result, name), Outcome, name, missing=needed.get(name, ""))
        for name in WRITTEN
    }
    if not result.photos and not written["no_picture_reason"]:
        raise Refused(
            _("Add a picture of the result, or say why there is none."), field="no_picture_reason"
        )
    money = None if result.money is None else _in_fen(result.money)
    if result.count is not None and not 0 <= result.count <= MOST_COUNTED:
        raise Refused(_("Write the number as a whole one, as 4."), field="count")
    return replace(result, **written, money=money)


def _in_fen(money: Decimal) -> Decimal:
    """In the one form in which the record has it too: 1E+5, 100000 and 100000.0 are one sum."""
    if money.is_finite() and 0 <= money <= MOST_MONEY:
        whole = abs(money.quantize(Decimal("0.01")))
        if whole == money:
            return whole
    raise Refused(NOT_YUAN, field="money")


def write_outcome(
    case: Case, turn: Assignment, result: NewOutcome, *, actor: User, needs_verification: bool
) -> Outcome:
    """Add the outcome with its photos, and mark what the body promised as fulfilled."""
    moment = checked_moment(case, result.delivered_at, field="delivered_at")
    outcome = Outcome(
        issue=case.issue,
        assignment=turn,
        body=turn.body,
        by=actor,
        text=result.text,
        money=result.money,
        paid_by=result.paid_by,
        count=result.count,
        count_of=result.count_of,
        no_picture_reason=result.no_picture_reason,
        delivered_at=moment,
        round=case.issue.unsolved_rounds + 1,
        needs_verification=needs_verification,
    )
    case.changes.activity.append(outcome)
    attach(case, result.photos, PhotoPurpose.DELIVERED, actor=actor, outcome=outcome, shown=True)
    _fulfil(case, turn, moment)
    case.record(
        "delivered",
        {
            "body": turn.body.code,
            "role": turn.role,
            "money": None if result.money is None else str(result.money),
            "count": result.count,
            "photos": len(result.photos),
        },
        texts={"text": result.text},
        happened_at=moment,
    )
    return outcome


def _fulfil(case: Case, turn: Assignment, moment: datetime) -> None:
    mine = case.open_promises(turn.body_id)
    for clock in deadlines.running(case, [DeadlineKind.COMMITMENT]):
        if clock.commitment in mine:
            clock.met_at = moment
            case.changes.deadlines.append(clock)
    for promise in mine:
        # A promise kept late counts as fulfilled too; its clock remembers the breach.
        promise.fulfilled_at = moment
        asks.no_longer_owed(case, promise)
        case.changes.commitments.append(promise)
