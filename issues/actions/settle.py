"""小事好商量: settle a small or urgent matter on the spot, with a note of what was agreed."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import as_stored
from acting.refusals import Refused
from issues.casework.case import opened
from issues.casework.outcomes import check_result
from issues.casework.settling import settle_here
from issues.casework.talks import write_talk
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.inputs import NewOutcome, Talk
from issues.models import Issue, Upload


def settle(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    talk: Talk,
    photos: Sequence[Upload] = (),
    no_picture_reason: str = "",
    seen: int | None = None,
) -> Issue:
    """Move from TOPIC straight to CONFIRM. The note of what was agreed meets the class's duty."""
    with opened(issue, Act.SETTLE, actor=actor, now=now, seen=seen) as case:
        if case.issue.matter_class not in {MatterClass.SMALL, MatterClass.URGENT}:
            raise Refused(_("Only small and urgent matters are settled on the spot."))
        if not as_stored(talk.agreed):
            raise Refused(_("Write down what was agreed."), field="agreed")
        result = check_result(
            NewOutcome(text=talk.agreed, photos=photos, no_picture_reason=no_picture_reason)
        )
        write_talk(case, actor, talk)
        settle_here(case, result, actor=actor)
        return case.issue
