"""调查研究: write down what was found on the spot."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.moments import checked_moment
from issues.casework.parts import my_body
from issues.casework.pictures import attach
from issues.casework.stage import move_to
from issues.casework.tell import tell_resident
from issues.enums import Act, PhotoPurpose, Stage
from issues.models import Finding, Issue, Upload


def find(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    text: str,
    found_at: datetime | None = None,
    photos: Sequence[Upload] = (),
    seen: int | None = None,
) -> Issue:
    """Record a finding; it takes a matter from TOPIC to INVESTIGATE."""
    with opened(issue, Act.FIND, actor=actor, now=now, seen=seen) as case:
        text = storable_text(text, Finding, "text", missing=_("Write down what you found."))
        moment = checked_moment(case, found_at, field="found_at")
        finding = Finding(
            issue=case.issue, by=actor, body=my_body(case), text=text, found_at=moment
        )
        case.changes.activity.append(finding)
        attach(case, photos, PhotoPurpose.FOUND, actor=actor, finding=finding)
        case.record("found", {"photos": len(photos)}, texts={"text": text}, happened_at=moment)
        if case.issue.stage == Stage.TOPIC:
            move_to(case, Stage.INVESTIGATE)
        tell_resident(case, "found", sms=False, body=finding.body.code, said=text)
        return case.issue
