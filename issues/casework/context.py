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
    # The issues that were there before.
    keys: frozenset[int] = frozenset()
    # Who follows them, where that was read with them.
    known_followers: Mapping[int, Followers] | None = None

    @cached_property
    def followers(self) -> Mapping[int, Followers]:
        """Of all issues of the batch; most acts of a clock tell none of them."""
        known = self.known_followers
        return followers_of(self.keys) if known is None else known

    @cached_property
    def routing(self) -> RoutingTable:
        return routing_for(self.grids)

    def term(self, rule: Rule, begins: datetime, issue: Issue) -> Term:
        """In the working hours of the issue's community; computed once for a batch."""
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
    """The same of issues that were read for a sitting, with all of it: no statement more."""
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
    """Their grids, and the keys of those that were there before."""
    grids = frozenset(issue.grid_id for issue in issues)
    return grids, frozenset(issue.pk for issue in issues if issue.pk is not None)
