"""What an act needs to know besides the issues themselves, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from accounts.models import User
from clocks.calendar import WorkCalendar
from clocks.hours import WorkingHours
from clocks.queries.calendar import working_hours
from clocks.spans import Span, Sum, due
from grids.models import Body
from grids.queries.routing_data import RoutingTable, routing_for
from issues.chain.policy import Policy
from issues.models import Issue
from issues.queries.policy import policy_and_calendar


@dataclass(frozen=True)
class Context:
    """The moment, the actor (None is the clock), the policy, the calendar and the ways up.

    The ways up are read only when an issue first moves up, since most acts don't need them.
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
        """General offices and departments to which a clock may send an issue."""
        departments = {body for found in self.routing.competences.values() for body in found}
        return Body.objects.in_bulk(departments | set(self.routing.offices.values()))

    def due(self, begins: datetime, span: Span, issue: Issue) -> Sum:
        """The sum in the working hours of the issue's community; computed once for a batch."""
        asked = (begins, span, working_hours(issue.community.schedule))
        if asked not in self._sums:
            self._sums[asked] = due(begins, span, calendar=self.calendar, hours=asked[-1])
        return self._sums[asked]

    @cached_property
    def _sums(self) -> dict[tuple[datetime, Span, WorkingHours], Sum]:
        return {}


def read_context(issues: Iterable[Issue], *, actor: User | None, now: datetime) -> Context:
    policy, calendar = policy_and_calendar(now)
    grids = frozenset(issue.grid_id for issue in issues)
    return Context(now=now, actor=actor, policy=policy, calendar=calendar, grids=grids)
