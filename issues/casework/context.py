"""What an act on issues needs from around them, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from accounts.models import User
from clocks.calendar import WorkCalendar
from clocks.hours import WorkingHours
from clocks.queries.calendar import working_hours
from grids.models import Body
from grids.queries.routing_data import RoutingTable, routing_for
from issues.chain.policy import Policy
from issues.models import Issue
from issues.queries.policy import policy_and_calendar


@dataclass(frozen=True)
class Context:
    """The moment, the actor (None: the clock), the policy, the calendar and the ways up.

    The ways up are read when something first rises: most acts never ask for them.
    """

    now: datetime
    actor: User | None
    policy: Policy
    calendar: WorkCalendar
    grids: frozenset[int]

    @cached_property
    def routing(self) -> RoutingTable:
        return routing_for(self.grids)

    @cached_property
    def bodies(self) -> Mapping[int, Body]:
        """General offices and departments that an issue may be sent to by a clock."""
        departments = {body for found in self.routing.competences.values() for body in found}
        return Body.objects.in_bulk(departments | set(self.routing.offices.values()))

    def hours(self, issue: Issue) -> WorkingHours:
        """Working hours of the issue's community."""
        return working_hours(issue.community.schedule)


def read_context(issues: Iterable[Issue], *, actor: User | None, now: datetime) -> Context:
    policy, calendar = policy_and_calendar(now)
    grids = frozenset(issue.grid_id for issue in issues)
    return Context(now=now, actor=actor, policy=policy, calendar=calendar, grids=grids)
