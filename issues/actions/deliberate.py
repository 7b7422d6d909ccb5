"""开展协商: record a talk, even a short one on a doorstep (S14)."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.words import as_stored
from acting.refusals import Refused
from issues.casework.case import opened
from issues.casework.stage import move_to
from issues.casework.talks import write_talk
from issues.casework.tell import tell_resident
from issues.duties import may_still_talk
from issues.enums.acts import Act
from issues.enums.stages import Stage
from issues.inputs import Talk
from issues.models import Issue
from issues.refusals import WrongStage


def deliberate(
    issue: Issue, *, actor: User, now: datetime, talk: Talk, seen: int | None = None
) -> Issue:
    """Record a talk; for a hard or major matter with a finding it starts DELIBERATE."""
    with opened(issue, Act.DELIBERATE, actor=actor, now=now, seen=seen) as case:
        if not may_still_talk(case.facts):
            raise WrongStage
        if not as_stored(talk.said + talk.agreed):
            raise Refused(_("Write down what was said or agreed."), field="said")
        write_talk(case, actor, talk)
        if case.issue.stage == Stage.INVESTIGATE:
            move_to(case, Stage.DELIBERATE)
        tell_resident(case, "deliberated", sms=False, said=talk.agreed or talk.said)
        return case.issue
