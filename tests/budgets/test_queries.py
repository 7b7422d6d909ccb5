"""How often a page asks the database: never more with more matters, session and person included.

The numbers of the issue: list 8, one matter 14, desks 12, raising 16 (17 with what was written
before sign-in).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from council.models import Call, Council
from issues.actions.confirm import confirm
from issues.enums.activity import Resolved
from issues.models import Issue
from ledger.actions.seal import seal
from tests.council.held import a_meeting
from tests.desks.desking import at_community, at_housing, at_office
from tests.harness.signing_in import signed_in
from tests.issues.staging import busy, published, raised, settled
from tests.world import World

MANY = 6
DAY = timedelta(days=1)
BUDGETS = {
    # Whose page it is, and how many statements it may take.
    "/": ("resident", 12),
    "/issues/": ("resident", 8),
    "/issues/?words=下水道": ("resident", 8),
    "/venues/": ("resident", 8),
    "/me/": ("resident", 12),
    "/notices/": ("resident", 7),
    "/raise/": ("resident", 8),
    "/record/": ("resident", 7),
    "/desk/grid/ZJD-1/": ("grid_worker", 12),
    "/desk/community/ZJD/": ("staff", 12),
    "/desk/street/FHT/": ("dispatcher", 12),
    "/desk/department/FHT-ZJ/": ("clerk", 12),
    "/councils/": ("staff", 12),
    "/councils/ZJD-1/": ("staff", 16),
    "/calls/": ("resident", 8),
    "/venues/ZJD01/calendar/": ("grid_worker", 10),
}
BRING: list[Callable[[World], Issue]] = [published, at_community, at_housing, at_office]


def bring(world: World) -> None:
    """One matter of each kind, as the desks and the public know them."""
    for make in BRING:
        make(world)
    council, _new = Council.objects.get_or_create(body=world.grid)
    bring_council(world, council)
    closed = settled(world)
    confirm(closed, actor=world.resident, now=timezone.now(), resolved=Resolved.SOLVED)


def bring_council(world: World, council: Council) -> None:
    """A sitting to come, and a call for ideas: the first page leads to both."""
    now, today = timezone.now(), timezone.localdate()
    a_meeting(world, council, code="", starts_at=now + DAY, ends_at=now + 2 * DAY)
    Call.objects.create(
        council=council,
        title="空地怎么用",
        prompt="大家出主意",
        opens_on=today,
        closes_on=today + DAY,
        opened_by=world.staff,
        opened_at=now,
    )


def asked(client: Client, path: str) -> list[str]:
    """The statements of a second visit: what a process keeps from the first is kept."""
    assert client.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in queries.captured_queries]


def without_savepoints(statements: list[str]) -> list[str]:
    """A test runs within a transaction, where `atomic` sets savepoints instead of beginning."""
    return [sql for sql in statements if "SAVEPOINT" not in sql]


def test_a_page_asks_no_more_with_more_matters(world: World) -> None:
    """All pages of one town that grows: what they ask does not depend on who asked before."""
    bring(world)
    few = {path: asked_by(world, path) for path in BUDGETS}
    for _ in range(MANY):
        bring(world)
    seal()
    wrong = []
    for path, (_, most) in BUDGETS.items():
        many = asked_by(world, path)
        if len(many) > min(len(few[path]), most):
            wrong.append(f"{path}: {len(few[path])} → {counted(many)}")
    assert not wrong, "\n".join(wrong)


def asked_by(world: World, path: str) -> list[str]:
    who, _ = BUDGETS[path]
    return asked(signed_in(getattr(world, who)), path)


@pytest.mark.parametrize("who", ["visitor", "resident", "neighbour", "grid_worker", "clerk"])
def test_one_matter_costs_the_same_however_much_was_said(world: World, who: str) -> None:
    client = Client() if who == "visitor" else signed_in(getattr(world, who))
    few = asked(client, reverse("issues:issue", args=[published(world).reference]))
    many = asked(client, reverse("issues:issue", args=[busy(world, neighbours=MANY).reference]))
    assert len(many) <= 14, "\n".join(many)
    assert len(few) <= 14, "\n".join(few)


@pytest.mark.parametrize("who", ["grid_worker", "staff", "supervisor"])
def test_a_desk_with_a_long_case_stays_within_twelve(world: World, who: str) -> None:
    case = busy(world, neighbours=MANY).reference
    desk = {"grid_worker": "grid/ZJD-1", "staff": "community/ZJD", "supervisor": "street/FHT"}[who]
    statements = asked(signed_in(getattr(world, who)), f"/desk/{desk}/?case={case}")
    assert len(statements) <= 12, "\n".join(statements)


def test_raising_stays_within_seventeen(world: World) -> None:
    client = signed_in(world.resident)
    counts = []
    for number in range(4):
        if number == 3:
            for _ in range(MANY):
                raised(world)
        sent = {
            "submission": str(uuid4()),
            "text": f"楼道灯不亮，第 {number} 次说了",
            "building": world.building.pk,
        }
        with CaptureQueriesContext(connection) as queries:
            assert client.post("/raise/", sent).status_code == 302
        counts.append(without_savepoints([query["sql"] for query in queries.captured_queries]))
    assert len(counts[3]) <= len(counts[1])
    # Sixteen, and whether something of one's own waited under this key.
    assert len(counts[3]) <= 17, counted(counts[3])


@pytest.mark.parametrize("danger", [{}, {"danger": "on"}], ids=["plain", "urgent"])
def test_others_who_raise_in_a_community_wait_for_what_is_written_alone(
    world: World, danger: dict[str, str]
) -> None:
    """From the number to the end its counter is held: six statements, and nothing is read."""
    client = signed_in(world.resident)
    sent = {"text": "楼道灯不亮", "building": world.building.pk, **danger}
    for _ in range(2):
        sent["submission"] = str(uuid4())
        with CaptureQueriesContext(connection) as queries:
            assert client.post("/raise/", sent).status_code == 302
    asked = without_savepoints([query["sql"] for query in queries.captured_queries])
    (counted_at,) = [at for at, sql in enumerate(asked) if "issues_referencecounter" in sql]
    held = asked[counted_at + 1 :]
    assert not [sql for sql in held if sql.startswith("SELECT")], counted(held)
    assert len(held) <= 6, counted(held)


def test_the_receipt_costs_the_same_however_much_was_said(world: World) -> None:
    client = signed_in(world.resident)
    few = asked(client, reverse("issues:receipt", args=[raised(world).reference]))
    many = asked(client, reverse("issues:receipt", args=[busy(world).reference]))
    assert len(many) <= len(few) + 1
    assert len(many) <= 14, "\n".join(many)


def test_visitors_cost_no_session(world: World) -> None:
    bring(world)
    for path in ("/", "/issues/", "/venues/", "/record/"):
        statements = asked(Client(), path)
        assert not [sql for sql in statements if "django_session" in sql], path


def counted(statements: list[str]) -> str:
    """How many there are, and the beginning of each."""
    return "\n".join([str(len(statements)), *(sql[:110] for sql in statements)])
