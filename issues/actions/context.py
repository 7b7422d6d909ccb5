"""What an act on issues needs from around them, read in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from clocks.calendar import WorkCalendar
from clocks.hours import WorkingHours
from clocks.queries.calendar import current_calendar, working_hours
from grids.models import Body
from grids.queries.routing_data import RoutingTable, routing_for
from issues.chain.policy import Policy
from issues.models import Issue
from issues.queries.policy import policy_in_force


@dataclass(frozen=True, slots=True)
class Context:
    """The moment, the actor (None: the clock), the policy, the calendar and the ways up."""

    now: datetime
    actor: User | None
    policy: Policy
    calendar: WorkCalendar
    routing: RoutingTable
    # General offices and departments that an issue may be sent to by a clock.
    bodies: Mapping[int, Body]

    def hours(self, issue: Issue) -> WorkingHours:
        """Working hours of the issue's community."""
        return working_hours(issue.community.schedule)


def read_context(issues: Iterable[Issue], *, actor: User | None, now: datetime) -> Context:
    issues = list(issues)
    routing = routing_for({issue.grid_id for issue in issues}, now=now)
    departments = {body for found in routing.competences.values() for body in found}
    return Context(
        now=now,
        actor=actor,
        policy=policy_in_force(now),
        calendar=current_calendar(),
        routing=routing,
        bodies=Body.objects.in_bulk(departments | set(routing.offices.values())),
    )
