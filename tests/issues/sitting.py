"""A sitting of a council, as the actions of issues learn of it, and matters brought before one."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

from grids.models import Body
from issues.actions.decide import decide
from issues.actions.find import find
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.inputs import Ruling
from issues.mandate import Mandate
from issues.models import Deliberation, Issue
from tests.harness.remembering import remembered
from tests.issues.actions.doing import NOW, at_grid
from tests.issues.actions.sweeping import at, fresh
from tests.issues.talking import doorstep
from tests.world import World

SITTING = UUID("6f9619ff-8b86-4011-b42d-00c04fc964ff")
OTHER_SITTING = UUID("6f9619ff-8b86-4011-b42d-00c04fc964fe")
TALK = doorstep(said="有人担心费用", agreed="请住建办换管", dissent="一户不同意开挖", head_count=11)
AFTER = at(16, 15)


def mandate_of(body: Body, sitting: UUID = SITTING) -> Mandate:
    return Mandate(body.pk, sitting)


@remembered
def major(world: World, *, looked_into: bool = True) -> Issue:
    """Public, at its community since 10, taken in there."""
    issue = at_grid(world, MatterClass.MAJOR)
    receive(issue, actor=world.staff, now=NOW)
    if looked_into:
        find(issue, actor=world.staff, now=NOW, text="管道塌了")
    return fresh(issue)


@remembered
def hard(world: World) -> Issue:
    """Public, at its grid, looked into."""
    issue = at_grid(world, MatterClass.HARD)
    find(issue, actor=world.grid_worker, now=NOW, text="管道塌了")
    return fresh(issue)


def decided(world: World, issue: Issue, **given: Any) -> Deliberation:
    """By the community's council, written down by a neighbour who holds no post."""
    more: dict[str, Any] = {
        "actor": world.neighbour,
        "now": AFTER,
        "mandate": mandate_of(world.community),
        "talk": TALK,
    }
    of_ruling = {field.name for field in fields(Ruling)} & given.keys()
    ruling = Ruling(
        **{"resolved": True, "quorate": True, **{name: given.pop(name) for name in of_ruling}}
    )
    return decide(issue, ruling=ruling, **{**more, **given})
