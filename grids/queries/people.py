"""Who holds which role at a body, with the name and work phone to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import DateField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.queries.prepared import Given, PreparedQuery, given_keys
from acting.queries.among import among
from grids.enums import Role
from grids.models import Posting

# The order in which residents see them.
ORDER = [
    Role.GRID_WORKER,
    Role.GRID_HEAD,
    Role.LEAD,
    Role.STAFF,
    Role.MEDIATOR,
    Role.DISPATCHER,
    Role.CLERK,
    Role.SIGNER,
    Role.SUPERVISOR,
    Role.ADMINISTRATOR,
]


@dataclass(frozen=True, slots=True)
class PostHolder:
    user_id: int
    body_id: int
    name: str
    role: str
    work_phone: str

    @property
    def role_name(self) -> str:
        return str(Role(self.role).label)

    @property
    def address(self) -> str:
        """What people call them: “网格员王晓燕”."""
        return _("%(role)s %(name)s") % {"role": self.role_name, "name": self.name}


_postings = PreparedQuery(
    lambda: (
        Posting.objects.active_on(Given("day", DateField()))
        .filter(among("body", given_keys("bodies")))
        .select_related("user", "body")
    )
)
PostHolders = Mapping[int, tuple[PostHolder, ...]]


def post_holders(body_ids: Iterable[int], *, now: datetime) -> PostHolders:
    """Active postings of many bodies in one query; whom to call first comes first.

    Every body asked for has an entry, which is empty if nobody is posted there. The phone is the
    posting's work phone, otherwise the body's public phone; it is never the person's own.
    """
    wanted = set(body_ids)
    found: dict[int, list[PostHolder]] = {body_id: [] for body_id in wanted}
    if not wanted:
        return {}
    for row in _postings(bodies=list(wanted), day=timezone.localdate(now)):
        found[row.body_id].append(
            PostHolder(
                user_id=row.user_id,
                body_id=row.body_id,
                name=str(row.user),
                role=row.role,
                work_phone=row.work_phone or row.body.phone,
            )
        )
    return {
        body_id: tuple(sorted(people, key=lambda person: ORDER.index(Role(person.role))))
        for body_id, people in found.items()
    }


def post_holders_for(request: HttpRequest, body_ids: Iterable[int]) -> PostHolders:
    """As `post_holders` at this moment, keeping what this request has read already."""
    known: dict[int, tuple[PostHolder, ...]] = request.__dict__.setdefault("_holders", {})
    wanted = set(body_ids)
    known.update(post_holders(wanted - known.keys(), now=timezone.now()))
    return {body_id: known[body_id] for body_id in wanted}
