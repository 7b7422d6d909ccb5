"""An issue opened for what a council's sitting has done to it, whoever records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from acting.refusals import Refused
from grids.actions.record_and_tell import RecordedAndTold
from grids.models import Body
from issues.casework.case import Case, close_case, load_cases
from issues.casework.changes import Changes
from issues.casework.context import context_of
from issues.casework.locking import lock_for_a_sitting
from issues.duties import before_sitting
from issues.enums.stages import Stage
from issues.mandate import SITTING_ACTS, Mandate, SittingAct
from issues.models import Issue
from issues.refusals import NotYours, WrongStage

ELSEWHERE = _("This matter is of another place than the council.")


@contextmanager
def mandated(
    issue: Issue,
    act: SittingAct,
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    into: RecordedAndTold | None = None,
) -> Iterator[Case]:
    """Lock the issue, check the mandate instead of a post, yield the case, write its changes.

    Also inside a transaction that holds the sitting's lock: an issue is locked after it, never
    before. Raises NotYours, WrongStage or Refused; if the block raises, nothing is written. What is
    recorded and told goes `into` what the council writes of the same act, if it says so.
    """
    with transaction.atomic():
        (case,) = _opened([issue], actor=actor, now=now)
        check_mandate(case, act, mandate)
        yield case
        close_case(case, into=into)


@contextmanager
def many_mandated(
    issues: Iterable[Issue],
    act: SittingAct,
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    into: RecordedAndTold | None = None,
) -> Iterator[list[Case]]:
    """The same of several, locked in ascending order, in as many statements as of one.

    The block raises the version of what it changes.
    """
    with transaction.atomic():
        cases = _opened(issues, actor=actor, now=now)
        for case in cases:
            check_mandate(case, act, mandate)
        yield cases
        cases[0].changes.write(into)


def _opened(issues: Iterable[Issue], *, actor: User, now: datetime) -> list[Case]:
    """Cases of at least one issue, in ascending order, with the changes of all in one."""
    locked = lock_for_a_sitting((issue.pk for issue in issues), now=now)
    if not locked:
        raise NotYours
    context = context_of(locked, actor=actor, now=now)
    return load_cases(locked, context, Changes(now=now), for_sitting=True)


def check_mandate(case: Case, act: SittingAct, mandate: Mandate) -> None:
    row = SITTING_ACTS[act]
    if mandate.body_among(case.issue.grid_id, case.issue.community_id) is None:
        raise NotYours(ELSEWHERE)
    missing = before_sitting(case.facts) if row.public_only else ""
    if missing:
        raise Refused(missing)
    if case.issue.stage not in row.stages:
        if case.issue.stage == Stage.COLLECT:
            raise Refused(_("Set the class of the matter first."))
        raise WrongStage


def sitting_body(case: Case, mandate: Mandate) -> Body:
    """The grid or community of the issue for which the council sits."""
    place = mandate.body_among(case.issue.grid_id, case.issue.community_id)
    return case.issue.grid if place == case.issue.grid_id else case.issue.community


def of_sitting(case: Case, mandate: Mandate) -> dict[str, str]:
    """Which sitting an entry of the record is about."""
    return {"body": sitting_body(case, mandate).code, "sitting": str(mandate.sitting)}
