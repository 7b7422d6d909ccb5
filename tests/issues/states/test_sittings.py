"""Which act of a sitting each stage allows, and to which stage it leads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from issues.actions.accept_pledge import accept_pledge
from issues.actions.decide import decide
from issues.actions.postpone import postpone
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.take_off_agenda import take_off_agenda
from issues.enums.activity import CouncilAsks
from issues.enums.acts import Act
from issues.inputs import Ruling
from issues.models import Issue
from issues.queries.resolutions import decided_at
from tests.issues.actions.doing import at_grid
from tests.issues.actions.sweeping import at
from tests.issues.sitting import SITTING, TALK, major, mandate_of
from tests.issues.states.table import agrees, play
from tests.issues.states.test_stages import stage
from tests.issues.states.trying import LATER, Trying
from tests.world import World

# A small matter at its grid, before the grid's council.
SMALL = """
                 collect  topic    investigate  deliberate  deliver  confirm  closed  declined  merged  withdrawn
put_on_agenda    =        =        =            =           =        =        -       -         -       -
take_off_agenda  =        =        =            =           =        =        =       =         =       =
postpone         =        =        =            =           =        -        -       -         -       -
decide           !        =        deliberate   =           =        -        -       -         -       -
settle           !        confirm  deliberate   =           =        -        -       -         -       -
push_up          !        =        deliberate   =           =        -        -       -         -       -
accept_pledge    !        deliver  deliver      deliver     =        -        -       -         -       -
"""  # noqa: E501
# A major matter at its community, before the community's council.
MAJOR = """
                 topic  investigate  deliberate  resolved  deliver
put_on_agenda    =      =            =           =         =
take_off_agenda  =      =            =           =         =
postpone         =      =            =           =         =
decide           !      deliberate   =           =         =
settle           !      !            !           !         !
push_up          !      deliberate   =           =         =
accept_pledge    !      deliver      deliver     deliver   =
"""
Acts = dict[str, Callable[[Issue], object]]


def sits(world: World, body: str, hand: str) -> Acts:
    """`hand` records in the name of the body that has it; a pledge follows a resolution."""
    place, who = getattr(world, body), getattr(world, hand)
    mandate = mandate_of(place)
    given: dict[str, Any] = {"actor": who, "now": LATER, "mandate": mandate}

    def decides(issue: Issue, **more: Any) -> None:
        ruling = Ruling(resolved=True, quorate=True, **more)
        decide(issue, **given, talk=TALK, ruling=ruling)

    def accepts(issue: Issue) -> None:
        if not decided_at(issue, SITTING):
            decides(issue)
        accept_pledge(
            issue, **given, body=place, text="换管", due_at=at(30), assent=at(30).isoformat()
        )

    return {
        "put_on_agenda": lambda issue: put_on_agenda(issue, **given, at=at(20)),
        "take_off_agenda": lambda issue: take_off_agenda([issue], **given),
        "postpone": lambda issue: postpone(issue, **given, until=at(27)),
        "decide": decides,
        "settle": lambda issue: decides(issue, asks=CouncilAsks.SETTLE),
        "push_up": lambda issue: decides(issue, asks=CouncilAsks.PUSH_UP),
        "accept_pledge": accepts,
    }


def test_a_small_matter_before_the_council_of_its_grid(world: World) -> None:
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
    states = {
        name: lambda acts=acts: grid.does(at_grid(world), *acts) for name, acts in ways.items()
    }
    agrees(SMALL, play(states, sits(world, "grid", "grid_worker"), stage))


def test_a_major_matter_before_the_council_of_its_community(world: World) -> None:
    community = Trying.by(world, world.staff)
    acts = sits(world, "community", "staff")

    def resolved(*more: Act) -> Issue:
        issue = major(world)
        acts["decide"](issue)
        return community.does(issue, *more)

    states = {
        "topic": lambda: major(world, looked_into=False),
        "investigate": lambda: major(world),
        "deliberate": lambda: community.does(major(world), Act.DELIBERATE),
        "resolved": resolved,
        "deliver": lambda: resolved(Act.COMMIT),
    }
    agrees(MAJOR, play(states, acts, stage))
