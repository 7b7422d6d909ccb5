"""调查研究: write down what was found on the spot."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import User
from issues.casework.case import opened
from issues.casework.findings import finding_of, note_finding
from issues.casework.moments import checked_moment
from issues.casework.pictures import attach
from issues.casework.turn_of_actor import my_body
from issues.enums.activity import PhotoPurpose
from issues.enums.acts import Act
from issues.models import Issue, Upload


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
        moment = checked_moment(case, found_at, field="found_at")
        finding = finding_of(case, actor, text, body=my_body(case), found_at=moment)
        attach(case, photos, PhotoPurpose.FOUND, actor=actor, finding=finding)
        note_finding(case, finding, photos=len(photos))
        return case.issue
