"""Which act each stage allows, and to which stage it leads (rules §5)."""

from __future__ import annotations

from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.facts import Facts
from issues.models import Issue
from tests.issues.actions.doing import at_grid, at_housing
from tests.issues.states.table import agrees, play
from tests.issues.states.trying import Trying
from tests.world import World

# A small matter at its grid: public, taken in; its worker acts.
AT_GRID = """
              collect    topic        investigate  deliberate  deliver  confirm  closed  declined  merged  withdrawn
receive       =          =            =            =           =        -        x       x         x       x
publish       =          =            =            =           =        =        =       =         =       -
keep_private  !          !            !            !           !        !        !       !         !       -
hide          =          =            =            =           =        =        =       =         =       =
respond       =          =            =            =           =        =        -       -         -       -
classify      topic      =            =            =           -        -        x       x         x       x
decline       declined   declined     -            -           -        -        x       x         x       x
merge         merged     merged       merged       -           -        -        x       x         x       x
withdraw      withdrawn  withdrawn    withdrawn    withdrawn   -        -        -       -         -       -
support       =          =            =            =           =        =        -       -         -       -
follow        =          =            =            =           =        =        =       =         =       =
add           =          =            =            =           =        =        -       -         -       -
find          -          investigate  =            =           =        -        -       -         -       -
deliberate    -          =            deliberate   =           =        -        -       -         -       -
settle        -          confirm      -            -           -        -        x       x         x       x
commit        -          deliver      deliver      deliver     =        -        x       x         x       x
deliver       -          !            !            confirm     confirm  -        x       x         x       x
verify        -          -            -            -           !        -        -       -         -       -
confirm       -          -            -            -           -        closed   -       -         -       -
call_back     -          -            -            -           -        closed   -       -         -       -
push_up       =          =            =            =           =        -        x       x         x       x
name_lead     x          x            x            x           x        x        x       x         x       x
join          =          =            =            =           =        -        x       x         x       x
note          =          =            =            =           =        =        =       =         =       -
assign        =          =            =            =           =        =        x       x         x       x
see_contact   =          =            =            =           =        =        -       -         -       -
"""  # noqa: E501
# A hard matter at a department of the street; `checked`: its result waits to be looked at.
AT_DEPARTMENT = """
              collect    topic        investigate  deliberate  deliver  checked  confirm  closed
receive       =          =            =            =           =        =        -        x
publish       =          =            =            =           =        =        =        =
keep_private  =          =            =            =           =        =        =        =
hide          =          =            =            =           =        =        =        =
respond       =          =            =            =           =        =        =        x
classify      topic      =            =            =           -        -        -        x
decline       declined   declined     -            -           -        -        -        x
merge         merged     merged       merged       -           -        -        -        x
withdraw      withdrawn  withdrawn    withdrawn    withdrawn   -        -        -        -
support       x          x            x            x           x        x        x        x
follow        x          x            x            x           x        x        x        x
add           x          x            x            x           x        x        x        x
find          -          investigate  =            =           =        =        -        x
deliberate    -          !            deliberate   =           =        =        -        x
settle        x          x            x            x           x        x        x        x
commit        -          deliver      deliver      deliver     =        =        -        x
deliver       -          deliver      deliver      deliver     =        !        -        x
verify        -          -            -            -           !        confirm  -        -
confirm       -          -            -            -           -        -        closed   -
call_back     -          -            -            -           -        -        closed   -
push_up       x          x            x            x           x        x        x        x
name_lead     =          =            =            =           =        =        -        -
join          =          =            =            =           =        =        -        x
note          =          =            =            =           =        =        =        x
assign        =          =            =            =           =        =        =        x
see_contact   =          =            =            =           =        =        =        x
"""


def stage(issue: Issue) -> str:
    return Issue.objects.get(pk=issue.pk).stage


def test_a_small_matter_at_its_grid(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)
    looked_into = (Act.CLASSIFY, Act.FIND)
    talked_over = (*looked_into, Act.DELIBERATE)
    done = (Act.CLASSIFY, Act.SETTLE)
    ways = {
        "collect": (),
        "topic": (Act.CLASSIFY,),
        "investigate": looked_into,
        "deliberate": talked_over,
        "deliver": (*talked_over, Act.COMMIT),
        "confirm": done,
        "closed": (*done, Act.CONFIRM),
        "declined": (Act.DECLINE,),
        "merged": (Act.MERGE,),
        "withdrawn": (Act.WITHDRAW,),
    }
    brought = {
        name: lambda acts=acts: grid.does(at_grid(world), *acts) for name, acts in ways.items()
    }
    found: dict[str, Facts] = {}
    agrees(AT_GRID, play(grid.reached(brought, found), grid.tried(), stage))
    assert grid.promised_in_vain(found, AT_GRID) == []


def test_a_hard_matter_at_a_department(world: World) -> None:
    office = Trying.by(world, world.clerk)
    looked_into = (Act.CLASSIFY, Act.FIND)
    talked_over = (*looked_into, Act.DELIBERATE)
    done = (*talked_over, Act.DELIVER)
    ways = {
        "collect": (),
        "topic": (Act.CLASSIFY,),
        "investigate": looked_into,
        "deliberate": talked_over,
        "deliver": (*talked_over, Act.COMMIT),
        "checked": done,
        "confirm": (*done, Act.VERIFY),
        "closed": (*done, Act.VERIFY, Act.CONFIRM),
    }
    hard = MatterClass.HARD
    brought = {
        name: lambda acts=acts: office.does(at_housing(world), *acts, matter_class=hard)
        for name, acts in ways.items()
    }
    found: dict[str, Facts] = {}
    played = play(office.reached(brought, found), office.tried(matter_class=hard), stage)
    agrees(AT_DEPARTMENT, played)
    assert office.promised_in_vain(found, AT_DEPARTMENT) == []
