"""调查研究: a finding as it is kept, recorded and told, whoever writes it down."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from grids.models import Body
from issues.casework.case import Case
from issues.casework.stage import move_to
from issues.casework.tell import tell_resident
from issues.enums.stages import Stage
from issues.models import Finding


def finding_of(case: Case, actor: User, text: str, *, body: Body, found_at: datetime) -> Finding:
    """Raises Refused where there are no words."""
    text = storable_text(text, Finding, "text", missing=_("Write down what you found."))
    finding = Finding(issue=case.issue, by=actor, body=body, text=text, found_at=found_at)
    case.changes.activity.append(finding)
    return finding


def note_finding(case: Case, finding: Finding, *, photos: int = 0) -> None:
    """It takes a matter from TOPIC to INVESTIGATE."""
    case.record(
        "found",
        {"photos": photos},
        texts={"text": finding.text},
        happened_at=finding.found_at,
    )
    if case.issue.stage == Stage.TOPIC:
        move_to(case, Stage.INVESTIGATE)
    tell_resident(case, "found", sms=False, body=finding.body.code, said=finding.text)
