"""走访计划: the households that a member means to see in a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from council.casework.contacts import own_term
from council.models import ContactPlan, CouncilMember
from council.order.contacts import MOST, month_of, next_month
from grids.models import Building


def plan_month(
    member: CouncilMember,
    *,
    actor: User,
    now: datetime,
    month: date,
    households: Sequence[str],
    building: Building | None = None,
) -> list[ContactPlan]:
    """Add `households` to the list of this month or the next; what stands there already stays."""
    today = timezone.localdate(now)
    if month not in {month_of(today), next_month(today)}:
        raise Refused(_("Plan for this month or the next."), field="month")
    wanted = _labels(households)
    if not wanted:
        raise Refused(_("Write one household on each line."), field="households")
    with transaction.atomic():
        row = own_term(member, actor=actor, now=now)
        there = ContactPlan.objects.filter(member__person=actor, month=month)
        known = set(there.filter(member=row, building=building).values_list("label", flat=True))
        new = [label for label in wanted if label not in known]
        planned = there.count()
        if planned + len(new) > MOST:
            words = _("{most} households a month are enough; {planned} are planned already.")
            raise Refused(words.format(most=MOST, planned=planned), field="households")
        return ContactPlan.objects.bulk_create(
            ContactPlan(member=row, month=month, label=label, building=building) for label in new
        )


def _labels(households: Sequence[str]) -> list[str]:
    """Without empty lines, each once."""
    written = (storable_text(line, ContactPlan, "label", field="households") for line in households)
    return list(dict.fromkeys(label for label in written if label))
