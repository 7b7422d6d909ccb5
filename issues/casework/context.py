"""What an act needs to know besides the issues themselves, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from accounts.models import User
from clocks.calendar import WorkCalendar
from clocks.hours import WorkingHours
from clocks.queries.calendar import working_hours
from clocks.spans import due
from grids.queries.routing_data import RoutingTable, routing_for
from issues.casework.clock_bounds import Term
from issues.chain.policy import Policy, Rule
from issues.models import Issue
from issues.queries.followers import Followers, followers_of, followers_read_with
from issues.queries.policy import policy_and_calendar, policy_and_calendar_of


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
    # The keys of the issues that were stored before this act.
    keys: frozenset[int] = frozenset()
    # Their followers, if they were read with the issues.
    known_followers: Mapping[int, Followers] | None = None

    @cached_property
    def followers(self) -> Mapping[int, Followers]:
        """The followers of all issues of the batch. Read late: most acts of a clock tell none."""
        known = self.known_followers
        return followers_of(self.keys) if known is None else known

    @cached_property
    def routing(self) -> RoutingTable:
        return routing_for(self.grids)

    def term(self, rule: Rule, begins: datetime, issue: Issue) -> Term:
        """When a clock of `rule` ends, by the community's working hours; summed once per batch."""
        hours = working_hours(issue.community.schedule)
        asked = (rule.pk, begins, hours)
        if asked not in self._terms:
            total = due(begins, rule.span, calendar=self.calendar, hours=hours)
            basis, uncertain = total.as_basis(), total.provisional
            self._terms[asked] = Term(begins, total.due, basis, rule.pk, uncertain)
        return self._terms[asked]

    @cached_property
    def _terms(self) -> dict[tuple[int, datetime, WorkingHours], Term]:
        return {}


def read_context(issues: Collection[Issue], *, actor: User | None, now: datetime) -> Context:
    policy, calendar = policy_and_calendar(now)
    grids, keys = _places(issues)
    return Context(now=now, actor=actor, policy=policy, calendar=calendar, grids=grids, keys=keys)


def context_of(issues: Sequence[Issue], *, actor: User, now: datetime) -> Context:
    """As `read_context`, without a statement: issues read for a sitting brought all of it along."""
    policy, calendar = policy_and_calendar_of(issues[0])
    grids, keys = _places(issues)
    return Context(
        now=now,
        actor=actor,
        policy=policy,
        calendar=calendar,
        grids=grids,
        keys=keys,
        known_followers=followers_read_with(issues),
    )


def _places(issues: Collection[Issue]) -> tuple[frozenset[int], frozenset[int]]:
    """The grids of `issues`, and the keys of those that are stored already."""
    grids = frozenset(issue.grid_id for issue in issues)
    return grids, frozenset(issue.pk for issue in issues if issue.pk is not None)
