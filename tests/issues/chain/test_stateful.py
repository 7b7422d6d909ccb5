"""Anyone does anything in any order while the clock runs: the chain stays whole."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from acting.refusals import Refused
from issues.actions.raise_issue import raise_issue
from issues.actions.sweep import sweep
from issues.enums.activity import Resolved
from issues.enums.acts import Act
from issues.enums.matter import MatterClass, Source
from issues.enums.stages import Stage
from issues.enums.turns import Level, TurnRole
from issues.inputs import NewMatter
from issues.models import Assignment, Deadline, Issue, SweepFailure
from issues.queries.chain_soundness import broken_chains
from ledger.queries.verify import verify
from tests.issues.chain.actors import tries
from tests.issues.staging import MONDAY
from tests.world import World

PEOPLE = (
    "resident", "neighbour", "grid_worker", "grid_head", "staff", "lead", "dispatcher",
    "general_clerk", "clerk", "district_clerk", "other_clerk", "partner_clerk", "far_grid_worker",
)  # fmt: skip
# Who usually acts: so that matters get somewhere, and not only refusals are seen.
OFTEN = ("grid_worker", "staff", "dispatcher", "clerk", "district_clerk", "resident")
STEPS = (
    timedelta(minutes=20), timedelta(hours=2), timedelta(hours=6), timedelta(days=1),
    timedelta(days=3), timedelta(days=8), timedelta(days=40),
)  # fmt: skip


# CHAIN_EXAMPLES=200 looks longer, each time elsewhere.
FEW = 6
EXAMPLES = int(os.environ.get("CHAIN_EXAMPLES", FEW))


class Chain(RuleBasedStateMachine):
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.savepoint()
        self.now: datetime = MONDAY
        self.issues: list[int] = []
        self.raise_one("sewers", danger=False, hotline=0)

    def teardown(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        transaction.savepoint_rollback(self.point)

    @rule(
        category=st.sampled_from(["sewers", "rubbish", "noise", ""]),
        danger=st.booleans(),
        hotline=st.sampled_from([0, 0, -2, 5]),
    )
    def raise_one(self, category: str, danger: bool, hotline: int) -> None:
        if len(self.issues) >= 3:
            return
        matter = NewMatter(
            text="又堵了", building=self.world.building, danger=danger,
            category=self.world.categories.get(category),
            outside_due_at=self.now + timedelta(days=hotline) if hotline else None,
            source=Source.HOTLINE if hotline else Source.WEB,
        )  # fmt: skip
        who = self.world.resident
        actor = self.world.staff if hotline else who
        self.issues.append(raise_issue(matter, actor=actor, reporter=who, now=self.now).pk)

    @rule(
        number=st.integers(0, 2),
        act=st.sampled_from(list(Act)),
        who=st.one_of(st.sampled_from(OFTEN), st.sampled_from(PEOPLE)),
        given=st.fixed_dictionaries(
            {
                "matter_class": st.sampled_from(MatterClass),
                "category": st.sampled_from(["sewers", "rubbish", "noise", "facilities"]),
                "body": st.sampled_from(
                    ["housing", "sanitation", "district_housing", "general_office", "railway",
                     "property_company", "far_grid"]
                ),
                "joint": st.sampled_from(["property_company", "housing", "sanitation"]),
                "resolved": st.sampled_from(Resolved),
                "look_above": st.booleans(),
                "is_there": st.booleans(),
                "made_safe": st.booleans(),
                "into": st.integers(0, 2),
            }
        ),
    )  # fmt: skip
    def act(self, number: int, act: Act, who: str, given: dict[str, Any]) -> None:
        world = self.world
        keys = self.issues
        into = Issue.objects.get(pk=keys[given["into"] % len(keys)])
        made = {
            **given,
            "category": world.categories[given["category"]],
            "body": getattr(world, given["body"]),
            "joint": getattr(world, given["joint"]),
            "into": into,
        }
        issue = Issue.objects.get(pk=keys[number % len(keys)])
        self.now += timedelta(minutes=3)
        with suppress(Refused):
            tries(world, **made)[act](issue, getattr(world, who), self.now)

    @rule(
        number=st.integers(0, 2),
        who=st.sampled_from(OFTEN),
        acts=st.lists(
            st.sampled_from(
                [Act.RECEIVE, Act.CLASSIFY, Act.COMMIT, Act.DELIVER, Act.VERIFY, Act.CONFIRM]
            ),
            min_size=2,
            max_size=4,
        ),
        resolved=st.sampled_from(Resolved),
    )
    def work(self, number: int, who: str, acts: list[Act], resolved: Resolved) -> None:
        """Several acts in a row, as whoever holds it works."""
        for name in acts:
            person = "resident" if name is Act.CONFIRM else who
            given = {"matter_class": MatterClass.SMALL, "category": "sewers", "body": "housing",
                     "joint": "sanitation", "resolved": resolved, "look_above": False,
                     "is_there": True, "made_safe": False, "into": 0}  # fmt: skip
            self.act(number, name, person, given)

    @rule(step=st.sampled_from(STEPS))
    def time_passes(self, step: timedelta) -> None:
        self.now += step
        swept = sweep(now=self.now)
        assert swept.failed == 0, list(SweepFailure.objects.values_list("reason", flat=True))
        assert not Deadline.objects.running().filter(due_at__lte=self.now).exists()
        again = sweep(now=self.now)
        assert (again.handled, again.failed) == (0, 0)
        sent = Assignment.objects.filter(started_at=self.now, level=Level.DEPARTMENT)
        assert not sent.filter(issue__category__private=True).exists()
        verify()

    @invariant()
    def the_chain_is_whole(self) -> None:
        assert broken_chains() == []
        for key in self.issues:
            turns = Assignment.objects.filter(issue=key, role=TurnRole.LEAD).order_by("turn")
            numbers = list(turns.values_list("turn", flat=True))
            assert numbers == list(range(1, len(numbers) + 1))
        closed = Issue.objects.filter(stage=Stage.CLOSED)
        assert not closed.filter(ending="").exists()


@pytest.mark.django_db
def test_the_chain_stays_whole_whatever_happens(world: World) -> None:
    Chain.world = world
    run_state_machine_as_test(
        Chain,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=20,
            deadline=None,
            derandomize=EXAMPLES == FEW,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
