"""会上补记现场情况: what was seen on the spot, told at a sitting that misses it."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from grids.actions.record_and_tell import RecordedAndTold
from issues.casework.findings import finding_of, note_finding
from issues.casework.mandated import mandated, sitting_body
from issues.mandate import Mandate, SittingAct
from issues.models import Finding, Issue


def find_at_sitting(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    mandate: Mandate,
    text: str,
    found_at: datetime,
    into: RecordedAndTold | None = None,
) -> Finding:
    """The same as any finding, in the name of the body whose council sits, whoever records."""
    with mandated(issue, SittingAct.FIND, actor=actor, now=now, mandate=mandate, into=into) as case:
        body = sitting_body(case, mandate)
        finding = finding_of(case, actor, text, body=body, found_at=found_at)
        note_finding(case, finding)
    return finding
