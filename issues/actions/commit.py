"""责任清单: a body promises what it will do by when."""

from datetime import datetime

from accounts.models import User
from issues.casework.case import opened
from issues.casework.promising import promise
from issues.casework.turn_of_actor import my_turn
from issues.enums.acts import Act
from issues.models import Issue


def commit(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    text: str,
    due_at: datetime,
    made_safe: bool = False,
    assent: str = "",
    seen: int | None = None,
) -> Issue:
    """Make a promise for the body `actor` speaks for; the lead's promise starts DELIVER.

    `made_safe` says that the danger of an urgent matter is over, which meets its clock; what is
    promised is then the repair, with its own date (rules §5). `assent` is the date that the actor
    was asked about because the clock allows less; raises AsksFirst without it.
    """
    with opened(issue, Act.COMMIT, actor=actor, now=now, seen=seen) as case:
        promise(
            case,
            my_turn(case),
            actor,
            text=text,
            due_at=due_at,
            made_safe=made_safe,
            assent=assent,
        )
        return case.issue
