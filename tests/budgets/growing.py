"""A town that grows tenfold, first around one community, then in that community's own past.

It is laid once for all who ask what a page reads before and after; laying it is what such a test
costs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from bench._copying import run
from bench._lay import lay_matters, lay_places
from issues.actions.confirm import confirm
from issues.actions.support import support
from issues.enums.activity import Resolved
from issues.models import Issue
from tests.budgets.reading import Read, as_if_large, as_it_is, read_for
from tests.desks.desking import at_community, at_housing, at_office, raised
from tests.issues.staging import published, settled
from tests.world import World

# So many are few that every index has its second level already, which each look into it costs.
OWN, FEW, MANY = 60, 450, 4_500
OPEN = 1_500
STREETS = 4
SPREAD = timedelta(days=60)
# Pages for what belongs to one matter: two looks into an index.
LOOKED_UP = 6
Ask = Callable[[], object]


@dataclass
class Reader:
    """What is asked, by name, and what that read at each size; `ready` is called before."""

    ask: dict[str, Ask]
    ready: Ask = lambda: None
    read: list[dict[str, Read]] = field(default_factory=list)

    def look(self) -> None:
        self.ready()
        as_if_large()
        self.read.append({name: read_for(ask) for name, ask in self.ask.items()})


@dataclass
class Patterns:
    """One matter of each kind that lies about in a town, brought there by the actions."""

    open: list[Issue]
    ended: list[Issue]
    published: Issue


def patterns(world: World) -> Patterns:
    public = published(world)
    others = [
        raised(world),
        at_community(world, "楼前的下水道堵了，污水外冒"),
        at_housing(world),
        at_office(world),
        settled(world),
    ]
    return Patterns([public, *others], [ended(world), ended(world, shared=True)], public)


def ended(world: World, *, shared: bool = False) -> Issue:
    issue, now = settled(world), timezone.now()
    if shared:
        support(issue, actor=world.neighbour, now=now)
    confirm(issue, actor=world.resident, now=now, resolved=Resolved.SOLVED)
    return issue


def lay(made: list[Issue], count: int, *, places: Sequence[int] = (0,)) -> None:
    as_it_is()
    lay_matters(made, count, places=places, spread=SPREAD)


MORE_OF_THE_SAME = """
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT tgrelid::regclass AS rows, tgname FROM pg_trigger
        WHERE tgfoid = '"RI_FKey_check_ins"'::regproc
    LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', one.rows, one.tgname); END LOOP;
END $$
"""


def ask_no_more_about_keys() -> None:
    """What was laid until now points to rows that are there; copies of the same do so, too.

    To ask for each of them was a third of what such a test costs. It holds until the test's
    transaction is rolled back.
    """
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run(MORE_OF_THE_SAME)
    run("SET CONSTRAINTS ALL DEFERRED")


def lay_a_few(world: World, made: Patterns) -> None:
    lay_places(world.street, STREETS)
    lay([*made.ended, *made.open], OWN)
    lay_elsewhere(made, FEW)
    ask_no_more_about_keys()


def lay_elsewhere(made: Patterns, count: int) -> None:
    lay([*made.ended, *made.open], count, places=range(1, STREETS + 1))


def lay_ended(made: Patterns, count: int) -> None:
    plain, shared = made.ended
    lay([plain, plain, shared], count)


def lay_open(made: Patterns) -> None:
    lay([made.published], OPEN)


def grown(before: dict[str, Read], after: dict[str, Read], *, at_most: float = 2) -> list[str]:
    """The questions that read more now than they may.

    Indexes may have become one level deeper, and a partial index that is small here may be read
    whole: twenty pages more are no growth. What belongs to a matter may be joined by reading a
    small table whole, and is looked up for each of them where the table is large.
    """
    return [
        f"{name}: {few.pages} → {many.pages} pages, {few.matters} → {many.matters} matters"
        f": {many.sql}"
        for name, questions in before.items()
        for few, many in zip(questions, after[name], strict=True)
        if many.pages > few.pages * at_most + 20 + LOOKED_UP * few.matters
        or many.matters > few.matters * at_most + 20
    ]
