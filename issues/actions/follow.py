"""关注: follow what becomes of a matter that did not happen to oneself."""

from datetime import datetime

from accounts.models import User
from issues.casework.case import Case, opened
from issues.casework.quotes import quiet_former
from issues.enums.acts import Act
from issues.models import Follow, Issue, Support
from issues.rules import raised_what_was_merged, sees_inside


def follow(issue: Issue, *, actor: User, now: datetime, stop: bool = False) -> Issue:
    """Repeating it changes nothing, and neither does letting go of what one doesn't follow.

    Whoever met with it too is told anyway, and has nothing to follow.
    Nothing is recorded: who reads along is nobody's business, and it changes nothing in the matter.
    """
    with opened(issue, Act.FOLLOW, actor=actor, now=now, bumps=False) as case:
        if stop:
            gone, _rows = Follow.objects.filter(issue=case.issue, user=actor).delete()
            if gone and not _hears_on(case, actor):
                quiet_former(case, actor.pk)
        elif not _supports(case, actor):
            Follow.objects.get_or_create(
                issue=case.issue, user=actor, defaults={"followed_at": now}
            )
        return case.issue


def _hears_on(case: Case, actor: User) -> bool:
    """Whoever supports it is found when it is hidden; the others here may read it even then."""
    standing, facts = case.standing, case.facts
    if standing is not None and (
        raised_what_was_merged(standing, facts) or sees_inside(standing, facts)
    ):
        return True
    return _supports(case, actor)


def _supports(case: Case, actor: User) -> bool:
    return Support.objects.filter(issue=case.issue, user=actor).exists()
