"""Which of what happened is to be seen at a desk, or stands on it already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from desks.sections import DeskPlan
from grids.models import Body
from grids.standing import Standing
from issues.enums.matter import MatterClass
from issues.models import Issue
from issues.queries.visible import inside
from notifications.enums import What


@dataclass(frozen=True, slots=True)
class DeskNews:
    urgent: set[UUID]
    late: set[UUID]
    came: set[UUID]
    taken: set[UUID]
    changed: set[UUID]
    # News that are no matters: a candidate, or something that a council asks.
    council: set[UUID]


def desk_news(
    plan: DeskPlan,
    body: Body,
    standing: Standing,
    happened: dict[What, set[UUID]],
    *,
    shown: Collection[UUID],
) -> DeskNews:
    """Sort what `happened` by its most pressing kind; each matter that the reader may read once.

    A matter that came and has left again is no news, and a change is news only of a matter that is
    `shown`. Two statements; a third if something left or may have changed on the page.
    """
    readable = inside(standing)
    every = set().union(*happened.values())
    matters = set(Issue.objects.filter(uid__in=every).values_list("uid", flat=True))
    may_read = Issue.objects.filter(readable, uid__in=matters)
    here = dict(may_read.filter(plan.at_hand(body, readable)).values_list("uid", "matter_class"))
    came, became = happened.get(What.CAME, set()), happened.get(What.URGENT, set())
    left = happened.get(What.TAKEN, set()) - came
    touched = happened.get(What.CHANGED, set()) & set(shown)
    asked = left | (touched - here.keys())
    found = may_read.filter(uid__in=asked).values_list("uid", flat=True) if asked else ()
    read = {*here, *found}
    taken = left & read
    new_here = here.keys() - taken
    urgent = {uid for uid in (came | became) & new_here if here[uid] == MatterClass.URGENT}
    late = (happened.get(What.LATE, set()) & new_here) - urgent
    new = (came & new_here) - urgent - late
    told = urgent | late | new
    changed = (touched & read) - told - taken
    return DeskNews(urgent, late, new, taken, changed, came - matters)
