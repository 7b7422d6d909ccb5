"""Who works at a body, so that one of them can see to a matter."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from grids.enums import Role
from grids.models import Body, Posting
from issues.rules import HANDS


def colleagues_at(body: Body, *, now: datetime) -> list[User]:
    """With the roles that act for it, each once, in the order of their names; one statement."""
    roles = HANDS.get(body.kind, ())
    postings = Posting.objects.active_at(now).filter(body=body, role__in=roles)
    if body.general_office:
        postings = postings | Posting.objects.active_at(now).filter(
            body=body.parent_id, role=Role.DISPATCHER
        )
    people = User.objects.filter(pk__in=postings.values("user_id"))
    return list(people.order_by("name", "pk"))
