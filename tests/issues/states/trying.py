"""Whoever usually does an act does it, with what is good enough to be taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import User
from grids.queries.standing import standing_of
from issues.acts.table import offered
from issues.enums.acts import Act
from issues.facts import Facts
from issues.models import Assignment, Issue
from issues.queries.facts import facts_of, with_facts
from tests.issues.actions.doing import NOW
from tests.issues.actions.sweeping import at
from tests.issues.chain.actors import tries
from tests.issues.staging import published
from tests.issues.states.table import NOT_NOW, NOT_THEIRS, read
from tests.world import World

LATER = at(16, 11)
ACTS = tuple(Act)


@dataclass(frozen=True)
class Trying:
    """`hands` do what is not done by somebody in particular: residents, callers, checkers."""

    world: World
    hands: User
    into: Issue

    @classmethod
    def by(cls, world: World, hands: User) -> Trying:
        into = published(world, category=world.categories["sewers"])
        Issue.objects.filter(pk=into.pk).update(reporter=world.stranger)
        return cls(world, hands, into)

    def who(self, act: Act) -> User:
        world = self.world
        somebody: Mapping[Act, User] = {
            Act.WITHDRAW: world.resident,
            Act.CONFIRM: world.resident,
            Act.SUPPORT: world.neighbour,
            Act.FOLLOW: world.neighbour,
            Act.ADD: world.neighbour,
            Act.CALL_BACK: world.staff,
            Act.PUBLISH: world.grid_worker,
            Act.KEEP_PRIVATE: world.grid_worker,
            Act.HIDE: world.grid_worker,
            Act.VERIFY: world.grid_head,
            Act.NAME_LEAD: world.dispatcher,
        }
        return somebody.get(act, self.hands)

    def does(self, issue: Issue, *acts: Act, **given: Any) -> Issue:
        """One after the other, as long as it was not yet time for what is tried."""
        for act in acts:
            tries(self.world, into=self.into, **given)[act](issue, self.who(act), NOW)
        return issue

    def tried(
        self, acts: Collection[Act] = ACTS, **given: Any
    ) -> dict[str, Callable[[Issue], object]]:
        ways = tries(self.world, into=self.into, **given)

        def trying(act: Act) -> Callable[[Issue], object]:
            return lambda issue: ways[act](issue, self.who(act), LATER)

        return {act.value: trying(act) for act in acts}

    def reached(
        self, ways: Mapping[str, Callable[[], Issue]], found: dict[str, Facts]
    ) -> dict[str, Callable[[], Issue]]:
        """The states, each of which notes its facts in `found` when somebody brings it about."""

        def noting(state: str, bring: Callable[[], Issue]) -> Callable[[], Issue]:
            def brought() -> Issue:
                issue = bring()
                found[state] = facts_now(issue)
                return issue

            return brought

        return {state: noting(state, bring) for state, bring in ways.items()}

    def promised_in_vain(self, found: Mapping[str, Facts], table: str) -> list[tuple[str, str]]:
        """Buttons that are shown where the stage does not allow the act, or it is not theirs."""
        return [
            (name, state)
            for (name, state), leads in read(table).items()
            if leads in {NOT_NOW, NOT_THEIRS} and self.is_offered(Act(name), found[state])
        ]

    def is_offered(self, act: Act, facts: Facts) -> bool:
        return offered(act, standing_of(self.who(act), now=LATER), facts)


def on_its_issue(
    acts: Mapping[str, Callable[[Issue], object]],
) -> dict[str, Callable[[Any], object]]:
    """The same acts, for what belongs to an issue: a turn, a promise, a result."""

    def on(act: Callable[[Issue], object]) -> Callable[[Any], object]:
        return lambda subject: act(subject.issue)

    return {name: on(act) for name, act in acts.items()}


def facts_now(issue: Issue) -> Facts:
    known = with_facts(Issue.objects.all()).get(pk=issue.pk)
    turns = Assignment.objects.filter(issue=issue).select_related("body")
    return facts_of(known, [turn for turn in turns if turn.left_at is None])
