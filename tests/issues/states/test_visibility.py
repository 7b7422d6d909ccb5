"""Who may read it: what each act makes of a visibility. Nothing goes public unread (rules §5)."""

from __future__ import annotations

from issues.actions.classify import classify
from issues.actions.merge import merge
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Issue
from tests.issues.actions.doing import at_grid
from tests.issues.staging import raised
from tests.issues.states.table import agrees, play
from tests.issues.states.trying import LATER, Trying
from tests.world import World

# `wished`: the resident asked that it stays private; `dispute`: between neighbours.
TABLE = """
                 pending  public  private  hidden   wished   dispute
publish          public   =       public   public   !        !
keep_private     private  !       =        private  private  private
hide             =        hidden  =        =        =        =
classify         =        =       =        =        =        =
support          x        =       x        x        x        x
follow           x        =       x        x        x        x
add              x        =       x        x        x        x
decline          =        =       =        =        =        =
merge            =        =       =        =        =        !
withdraw         =        =       =        =        =        =
into_a_dispute   private  !       =        =        private  private
another_into_it  !        =       !        !        !        !
"""


def visibility(issue: Issue) -> str:
    return Issue.objects.get(pk=issue.pk).visibility


def test_what_each_act_makes_of_a_visibility(world: World) -> None:
    grid = Trying.by(world, world.grid_worker)
    noise, sewers = world.categories["noise"], world.categories["sewers"]

    def pending(**more: object) -> Issue:
        return grid.does(raised(world, **more), Act.RECEIVE)

    def into_a_dispute(issue: Issue) -> None:
        classify(
            issue, actor=world.grid_worker, now=LATER, matter_class=MatterClass.SMALL,
            category=noise, reason="是邻里纠纷",
        )  # fmt: skip

    def another_into_it(issue: Issue) -> None:
        merge(at_grid(world), into=issue, actor=world.grid_worker, now=LATER)

    states = {
        "pending": lambda: pending(category=sewers),
        "public": lambda: at_grid(world),
        "private": lambda: grid.does(pending(category=sewers), Act.KEEP_PRIVATE),
        "hidden": lambda: grid.does(at_grid(world), Act.HIDE),
        "wished": lambda: pending(category=sewers, private_wish=True),
        "dispute": lambda: pending(category=noise),
    }
    acts = grid.tried((Act.PUBLISH, Act.KEEP_PRIVATE, Act.HIDE, Act.CLASSIFY, Act.SUPPORT,
                       Act.FOLLOW, Act.ADD, Act.DECLINE, Act.MERGE, Act.WITHDRAW))  # fmt: skip
    acts |= {"into_a_dispute": into_a_dispute, "another_into_it": another_into_it}
    agrees(TABLE, play(states, acts, visibility))
