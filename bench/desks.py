"""Desks, the list and the home page in a small installation and in a large one.

Each place has a thousand issues. Only the number of other places differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from bench._answers import HOME, LIST, answer, of_desk
from bench._lay import growing
from bench._timing import repeated
from grids.models import Body
from issues.actions.confirm import confirm
from issues.enums.activity import Resolved
from issues.models import Issue
from tests.desks.desking import at_community, at_housing, at_office, raised
from tests.issues.staging import published, settled
from tests.world import World, build_world

SIZES = (1_000, 200_000)
OF_ONE_PLACE = 1_000
# Fourteen of twenty issues have ended.
ENDED = 14
YEARS = timedelta(days=700)
LINES = {"home": 4}
INTRODUCTION = f"""\
Milliseconds, minimum / median / maximum of three repetitions of a second each. The limit of a page
is a constant sent through the same middleware, and SQL by hand that answers the same questions.
Each place has {OF_ONE_PLACE:,} matters of its own; how many other places there are differs.
"""
HEAD = """\
| page | matters | page | statements | a constant | SQL by hand | page ÷ (constant + SQL) |
|---|--:|--:|--:|--:|--:|--:|"""


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    path: str
    reader: User
    body: Body
    statements: list[str]


def measure() -> Iterator[str]:
    world = build_world()
    made = patterns(world)
    yield INTRODUCTION
    yield HEAD
    one = OF_ONE_PLACE
    for size in growing(world.street, made, SIZES, own=one, each=one, spread=YEARS):
        with override_settings(ROOT_URLCONF="bench._bare"):
            yield from rows(pages(world), size, world)


def patterns(world: World) -> list[Issue]:
    """One issue at each step, and more that have ended."""
    ended = settled(world)
    confirm(ended, actor=world.resident, now=timezone.now(), resolved=Resolved.SOLVED)
    makes = (raised, published, at_community, at_housing, at_office, settled)
    return [*(make(world) for make in makes), *[ended] * ENDED]


def pages(world: World) -> list[Page]:
    desk = "/desk/{}/{}/".format
    return [
        Page("home", "/", world.resident, world.grid, HOME),
        Page("list", "/issues/", world.resident, world.grid, LIST),
        *(
            Page(f"desk of a {kind}", desk(kind, body.code), reader, body, of_desk(kind))
            for kind, body, reader in (
                ("grid", world.grid, world.grid_worker),
                ("community", world.community, world.staff),
                ("street", world.street, world.dispatcher),
                ("department", world.housing, world.clerk),
            )
        ),
    ]


def rows(pages: list[Page], size: int, world: World) -> Iterator[str]:
    for page in pages:
        yield row(page, size, world.community)


def row(page: Page, size: int, community: Body) -> str:
    client = Client(HTTP_HOST="localhost")
    client.force_login(page.reader)
    values = {
        "body": page.body.pk,
        "community": community.pk,
        "lines": LINES.get(page.name, 20),
    }
    whole = repeated(lambda: drawn(client, page.path))
    bare = repeated(lambda: drawn(client, "/bare/"))
    by_hand = repeated(lambda: answer(page.statements, values))
    with CaptureQueriesContext(connection) as asked:
        drawn(client, page.path)
    return (
        f"| {page.name} | {size:,} | {whole.milliseconds()} | {len(asked)}"
        f" | {bare.milliseconds()} | {by_hand.milliseconds()}"
        f" | {whole.middle / (bare.middle + by_hand.middle):.1f} |"
    )


def drawn(client: Client, path: str) -> None:
    status = client.get(path).status_code
    assert status == 200, f"{path}: {status}"
