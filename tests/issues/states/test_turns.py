"""A body's turn: it comes, is taken in, and ends with a cause that stays on its record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from issues.actions.name_lead import name_lead
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Assignment, Issue
from tests.issues.actions.doing import NOW, at_grid, at_housing, with_partner
from tests.issues.actions.sweeping import at
from tests.issues.staging import raised
from tests.issues.states.table import agrees, play
from tests.issues.states.trying import LATER, Trying, on_its_issue
from tests.world import World

# The first turn, the grid's, of a small matter once it was classified.
AT_GRID = """
                new        in         asked
receive         in         =          -
respond         =          =          =
classify        !          =          -
commit          -          =          -
settle          -          =          -
deliver         -          !          -
push_up         pushed_up  pushed_up  -
join            =          =          -
decline         ended      ended      -
merge           ended      ended      -
withdraw        ended      ended      -
confirm         -          -          ended
classify_major  !          belongs    -
confirm_above   -          -          word
confirm_not     -          -          =
not_taken_in    clock      =          =
no_result       clock      clock      =
no_answer       clock      clock      ended
"""
# The housing office's, by itself the only competent one of the street; then the district's.
AT_DEPARTMENT = """
               new          in           checked
receive        in           =            =
respond        =            =            =
classify       !            =            -
commit         =            =            =
settle         x            x            x
deliver        =            =            !
push_up        x            x            x
join           =            =            =
decline        ended        ended        -
merge          ended        ended        -
withdraw       ended        ended        -
verify         -            -            =
named_again    =            =            =
named_another  named        named        named
not_taken_in   =            =            =
no_result      handed_over  handed_over  =
"""
# The property company's beside the housing office.
BESIDE = """
               new    in
receive        in     =
respond        x      x
classify       x      x
commit         =      =
settle         x      x
deliver        done   done
push_up        x      x
join           x      x
decline        x      x
merge          x      x
withdraw       ended  ended
lead_deliver   =      =
lead_decline   ended  ended
lead_join      =      =
lead_checked   done   done
named_itself   named  named
named_another  =      =
not_taken_in   =      =
no_result      =      =
"""
ONES = (Act.RECEIVE, Act.RESPOND, Act.CLASSIFY, Act.COMMIT, Act.SETTLE, Act.DELIVER, Act.PUSH_UP,
        Act.JOIN, Act.DECLINE, Act.MERGE, Act.WITHDRAW)  # fmt: skip


def state(turn: Assignment) -> str:
    turn.refresh_from_db()
    if turn.left_at is not None:
        return turn.left_cause
    return "new" if turn.received_at is None else "in"


def turn_of(issue: Issue, *, role: str = "lead") -> Assignment:
    return Assignment.objects.select_related("issue").get(issue=issue, role=role, left_at=None)


def swept(moment: datetime) -> Callable[[object], object]:
    return lambda _: sweep(now=moment)


def test_the_turn_of_the_grid(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)
    sewers = world.categories["sewers"]
    states = {
        "new": lambda: turn_of(raised(world, category=sewers)),
        "in": lambda: turn_of(at_grid(world, MatterClass.SMALL)),
        "asked": lambda: turn_of(grid.does(at_grid(world, MatterClass.SMALL), Act.SETTLE)),
    }
    acts = on_its_issue(grid.tried((*ONES, Act.CONFIRM)))
    major = grid.tried((Act.CLASSIFY,), matter_class=MatterClass.MAJOR)
    above = grid.tried((Act.CONFIRM,), resolved="not", look_above=True)
    again = grid.tried((Act.CONFIRM,), resolved="not")
    acts |= {f"{name}_major": act for name, act in on_its_issue(major).items()}
    acts |= {f"{name}_above": act for name, act in on_its_issue(above).items()}
    acts |= {f"{name}_not": act for name, act in on_its_issue(again).items()}
    acts |= {"not_taken_in": swept(at(16, 14, 30)), "no_result": swept(at(19, 17, 30)),
             "no_answer": swept(at(23, 23))}  # fmt: skip
    agrees(AT_GRID, play(states, acts, state))


def test_the_turn_of_a_department(world: World) -> None:
    office = Trying.by(world, world.clerk)

    def named(body: str) -> Callable[[Assignment], object]:
        return lambda turn: name_lead(
            turn.issue, actor=world.dispatcher, now=LATER, body=getattr(world, body)
        )

    states = {
        "new": lambda: turn_of(at_housing(world, MatterClass.SMALL, received=False)),
        "in": lambda: turn_of(at_housing(world, MatterClass.SMALL)),
        "checked": lambda: turn_of(office.does(at_housing(world, MatterClass.SMALL), Act.DELIVER)),
    }
    acts = on_its_issue(office.tried((*ONES, Act.VERIFY)))
    acts |= {
        "named_again": named("housing"),
        "named_another": named("sanitation"),
        "not_taken_in": swept(at(17, 17, 30)),
        "no_result": swept(at(23, 17, 30)),
    }
    agrees(AT_DEPARTMENT, play(states, acts, state))


def test_the_turn_of_a_body_beside_the_lead(world: World) -> None:
    company = Trying.by(world, world.partner_clerk)
    office = Trying.by(world, world.clerk)

    def beside(*, received: bool) -> Assignment:
        issue = with_partner(world, MatterClass.SMALL)
        if received:
            receive(issue, actor=world.partner_clerk, now=NOW)
        return turn_of(issue, role="joint")

    def named(body: str) -> Callable[[Assignment], object]:
        return lambda turn: name_lead(
            turn.issue, actor=world.dispatcher, now=LATER, body=getattr(world, body)
        )

    states = {"new": lambda: beside(received=False), "in": lambda: beside(received=True)}
    acts = on_its_issue(company.tried(ONES))
    by_lead = office.tried((Act.DELIVER, Act.DECLINE, Act.JOIN))
    acts |= {f"lead_{name}": act for name, act in on_its_issue(by_lead).items()}

    def checked(turn: Assignment) -> None:
        office.does(turn.issue, Act.DELIVER, Act.VERIFY)

    acts |= {
        "lead_checked": checked,
        "named_itself": named("property_company"),
        "named_another": named("sanitation"),
        "not_taken_in": swept(at(17, 17, 30)),
        "no_result": swept(at(23, 17, 30)),
    }
    agrees(BESIDE, play(states, acts, state))
