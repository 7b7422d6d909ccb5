"""成果落实: what was achieved, with a picture or the reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from accounts.models import User
from issues.actions.case import Case
from issues.actions.moments import happened
from issues.enums import DeadlineKind, PhotoPurpose
from issues.errors import Refused
from issues.models import Assignment, Outcome, Photo, Upload

MOST_MONEY = Decimal("9999999999.99")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """`money` in yuan; `count` of `count_of`, as 4 · 处下水管道."""

    text: str
    money: Decimal | None = None
    paid_by: str = ""
    count: int | None = None
    count_of: str = ""
    delivered_at: datetime | None = None
    photos: Sequence[Upload] = field(default_factory=tuple)
    no_picture_reason: str = ""


def check_picture(result: Result) -> None:
    """Every result has a picture, or says why none."""
    if not result.text.strip():
        raise Refused(_("Write what was done."), field="text")
    if not result.photos and not result.no_picture_reason.strip():
        raise Refused(
            _("Add a picture of the result, or say why there is none."), field="no_picture_reason"
        )
    if result.money is not None and not 0 <= result.money <= MOST_MONEY:
        raise Refused(_("Write the money in yuan, as 1200 or 1200.50."), field="money")


def write_outcome(
    case: Case, turn: Assignment, result: Result, *, actor: User, needs_verification: bool
) -> Outcome:
    """Add the outcome, its photos, and fulfil what the body had promised."""
    moment = happened(case, result.delivered_at, field="delivered_at")
    outcome = Outcome(
        issue=case.issue,
        assignment=turn,
        body=turn.body,
        by=actor,
        text=result.text.strip(),
        money=result.money,
        paid_by=result.paid_by.strip(),
        count=result.count,
        count_of=result.count_of.strip(),
        no_picture_reason=result.no_picture_reason.strip(),
        delivered_at=moment,
        round=case.issue.unsolved_rounds + 1,
        needs_verification=needs_verification,
    )
    case.changes.doings.append(outcome)
    case.changes.doings += [
        Photo(
            issue=case.issue,
            upload=upload,
            purpose=PhotoPurpose.DELIVERED,
            position=position,
            outcome=outcome,
            shown=True,
        )
        for position, upload in enumerate(result.photos)
    ]
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
    for clock in case.clocks:
        promise = clock.commitment
        is_mine = promise is not None and promise.body_id == turn.body_id
        if clock.kind == DeadlineKind.COMMITMENT and clock.is_running and is_mine:
            clock.met_at = moment
            promise.fulfilled_at = moment  # type: ignore[union-attr]
            case.changes.deadlines.append(clock)
            case.changes.commitments.append(promise)  # type: ignore[arg-type]
