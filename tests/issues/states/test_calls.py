"""Calls of one round: up to three, and what a word on the phone brings about."""

from __future__ import annotations

from issues.actions.call_back import call_back
from issues.actions.deliver import deliver
from issues.actions.sweep import sweep
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import CallBack, Issue
from tests.issues.actions.doing import DONE, NOW, at_grid
from tests.issues.actions.sweeping import at
from tests.issues.states.table import agrees, play
from tests.issues.states.trying import Trying
from tests.world import World

# How many calls were made in this round; `again`: in the second, after three in the first.
TABLE = """
                none     one      two      three    again
said_solved     closed   closed   closed   !        closed
wrote_solved    closed   closed   closed   closed   closed
said_partly     deliver  deliver  deliver  !        deliver
wrote_partly    deliver  deliver  deliver  deliver  deliver
said_not        deliver  deliver  deliver  !        deliver
wrote_not       deliver  deliver  deliver  deliver  deliver
nobody_answers  1        2        3        !        1
silence         closed   closed   closed   closed   closed
"""


def state(issue: Issue) -> str:
    issue = Issue.objects.get(pk=issue.pk)
    if issue.stage != Stage.CONFIRM:
        return issue.stage
    return str(CallBack.objects.filter(issue=issue, round=issue.unsolved_rounds + 1).count())


def test_what_each_call_brings_about(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)

    def called(times: int) -> Issue:
        issue = grid.does(at_grid(world, MatterClass.SMALL), Act.SETTLE)
        for _ in range(times):
            call_back(issue, actor=world.staff, now=NOW)
        return issue

    def again() -> Issue:
        issue = grid.does(called(3), Act.CONFIRM, resolved="partly")
        return deliver(issue, actor=world.grid_worker, now=NOW, result=DONE)

    states = {
        "none": lambda: called(0),
        "one": lambda: called(1),
        "two": lambda: called(2),
        "three": lambda: called(3),
        "again": again,
    }
    acts = {}
    for said in ("solved", "partly", "not"):
        acts[f"said_{said}"] = grid.tried((Act.CALL_BACK,), resolved=said)["call_back"]
        acts[f"wrote_{said}"] = grid.tried((Act.CONFIRM,), resolved=said)["confirm"]
    acts["nobody_answers"] = grid.tried((Act.CALL_BACK,), resolved=None)["call_back"]
    acts["silence"] = lambda _: sweep(now=at(23, 10))
    agrees(TABLE, play(states, acts, state))
