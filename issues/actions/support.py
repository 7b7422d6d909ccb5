"""我家也遇到: the same happened to us."""

from datetime import datetime

from accounts.models import User
from issues.casework.case import opened
from issues.enums.acts import Act
from issues.models import Follow, Issue, Support


def support(issue: Issue, *, actor: User, now: datetime) -> Issue:
    """Count `actor` once; repeating it changes nothing. Forms already shown don't become stale.

    Whoever says so is told of everything, and follows it no more besides.
    """
    with opened(issue, Act.SUPPORT, actor=actor, now=now, bumps=False) as case:
        _row, new = Support.objects.get_or_create(
            issue=case.issue, user=actor, defaults={"supported_at": now}
        )
        Follow.objects.filter(issue=case.issue, user=actor).delete()
        if new:
            case.issue.supporters += 1
            case.touch()
            case.record("supported", progress=False)
        return case.issue
