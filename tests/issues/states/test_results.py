"""A result: whether it waits to be checked, and what was found."""

from __future__ import annotations

from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.sweep import sweep
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Outcome
from tests.issues.actions.doing import DONE, NOW, at_grid, at_housing, with_partner
from tests.issues.actions.sweeping import at
from tests.issues.states.table import agrees, play
from tests.issues.states.trying import LATER, Trying, on_its_issue
from tests.world import World

# `waits`, `there` and `missing` are a department's; `own` is the grid's; `part` a joint body's.
TABLE = """
               waits    there  missing  own  part
deliver        !        -      =        x    =
commit         =        -      =        x    =
verify         there    -      !        -    -
confirm        -        =      -        =    -
call_back      -        =      -        =    -
not_there      missing  -      !        -    -
not_solved     -        =      -        =    -
named_another  =        -      =        x    =
not_checked    =        =      =        =    =
"""


def state(outcome: Outcome) -> str:
    outcome.refresh_from_db()
    if not outcome.needs_verification:
        return "unchecked"
    if outcome.verified_at is not None:
        return "there"
    return "waits" if outcome.refused_at is None else "missing"


def test_what_each_act_makes_of_a_result(world: World) -> None:
    office, grid = Trying.by(world, world.clerk), Trying.by(world, world.grid_worker)

    def reported(*acts: Act, **given: object) -> Outcome:
        issue = office.does(at_housing(world, MatterClass.SMALL), Act.DELIVER)
        office.does(issue, *acts, **given)
        return Outcome.objects.get(issue=issue)

    def own() -> Outcome:
        issue = grid.does(at_grid(world, MatterClass.URGENT), Act.DELIVER)
        return Outcome.objects.get(issue=issue)

    def part() -> Outcome:
        issue = with_partner(world, MatterClass.SMALL)
        deliver(issue, actor=world.partner_clerk, now=NOW, result=DONE)
        return Outcome.objects.get(issue=issue)

    states = {
        "waits": reported,
        "there": lambda: reported(Act.VERIFY),
        "missing": lambda: reported(Act.VERIFY, is_there=False),
        "own": own,
        "part": part,
    }
    tried = office.tried((Act.DELIVER, Act.COMMIT, Act.VERIFY, Act.CONFIRM, Act.CALL_BACK))
    ways = {
        **tried,
        "not_there": office.tried((Act.VERIFY,), is_there=False)["verify"],
        "not_solved": office.tried((Act.CONFIRM,), resolved="not")["confirm"],
        "named_another": lambda issue: name_lead(
            issue, actor=world.dispatcher, now=LATER, body=world.sanitation
        ),
        "not_checked": lambda _: sweep(now=at(17, 17, 30)),
    }
    agrees(TABLE, play(states, on_its_issue(ways), state))
