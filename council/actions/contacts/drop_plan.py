"""Take a household off the list; what was noted of talks with it stays."""

from __future__ import annotations

from accounts.models import User
from council.models import ContactPlan
from council.refusals import NotYours


def drop_plan(plan: ContactPlan, *, actor: User) -> None:
    """Dropped already: nothing happens."""
    if plan.member.person_id != actor.pk:
        raise NotYours
    ContactPlan.objects.filter(pk=plan.pk).delete()
