"""A promise is owed until it is kept, late or not, or dropped with the turn of who made it."""

from __future__ import annotations

from issues.actions.commit import commit
from issues.actions.name_lead import name_lead
from issues.actions.sweep import sweep
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Commitment, Deadline
from tests.issues.actions.doing import NOW, at_housing
from tests.issues.actions.sweeping import at
from tests.issues.states.table import agrees, play
from tests.issues.states.trying import LATER, Trying, on_its_issue
from tests.world import World

TABLE = """
               owed     late     kept  dropped
respond        =        =        =     x
commit         =        =        =     x
deliver        kept     kept     !     x
verify         !        !        =     !
withdraw       -        -        -     -
named_again    =        =        =     =
named_another  dropped  dropped  =     =
day_before     =        =        =     =
day_comes      late     =        =     =
"""
DATE = at(18)


def state(promise: Commitment) -> str:
    promise.refresh_from_db()
    if promise.fulfilled_at is not None:
        return "kept"
    if promise.dropped_at is not None:
        return "dropped"
    clock = Deadline.objects.get(commitment=promise)
    return "owed" if clock.is_running else "late"


def test_what_each_act_makes_of_a_promise(world: World) -> None:
    office = Trying.by(world, world.clerk)

    def owed(*acts: Act) -> Commitment:
        issue = at_housing(world, MatterClass.SMALL)
        commit(issue, actor=world.clerk, now=NOW, text="周三换管", due_at=DATE)
        office.does(issue, *acts)
        return Commitment.objects.get(issue=issue)

    def late() -> Commitment:
        promise = owed()
        sweep(now=DATE)
        return promise

    def named(promise: Commitment, body: str) -> Commitment:
        name_lead(promise.issue, actor=world.dispatcher, now=LATER, body=getattr(world, body))
        return promise

    states = {
        "owed": owed,
        "late": late,
        "kept": lambda: owed(Act.DELIVER),
        "dropped": lambda: named(owed(), "sanitation"),
    }
    tried = office.tried((Act.RESPOND, Act.COMMIT, Act.DELIVER, Act.VERIFY, Act.WITHDRAW))
    acts = {
        **on_its_issue(tried),
        "named_again": lambda promise: named(promise, "housing"),
        "named_another": lambda promise: named(promise, "property_company"),
        "day_before": lambda _: sweep(now=at(17, 9)),
        "day_comes": lambda _: sweep(now=DATE),
    }
    agrees(TABLE, play(states, acts, state))
