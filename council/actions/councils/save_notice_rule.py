"""How many working days before it a council calls a sitting about a class of matter."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.models import NoticeRule
from grids.actions.authorise import authorise
from grids.actions.keep import drop, keep


@transaction.atomic
def save_notice_rule(rule: NoticeRule, *, actor: User | None, now: datetime) -> NoticeRule:
    """It counts from the next call on; what is called already stays so."""
    authorise(actor, rule.council.body.path, now=now)
    keep(
        rule,
        stream=rule.council.body.stream,
        kind="notice_rule",
        actor=actor,
        now=now,
        matter_class=rule.matter_class,
        number=rule.working_days,
    )
    return rule


@transaction.atomic
def remove_notice_rule(rule: NoticeRule, *, actor: User | None, now: datetime) -> None:
    """The usual span counts again."""
    authorise(actor, rule.council.body.path, now=now)
    drop(
        rule,
        stream=rule.council.body.stream,
        kind="notice_rule",
        actor=actor,
        now=now,
        matter_class=rule.matter_class,
    )
