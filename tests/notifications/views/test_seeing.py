"""A notice is read once what it is about is before its reader."""

from __future__ import annotations

import pytest

from accounts.models import User
from council.models import Candidacy
from notifications.models import Notice
from tests.council.actions.test_way_to_a_seat import seconded
from tests.council.conftest import candidacy, council
from tests.desks.desking import raised
from tests.harness.signing_in import signed_in
from tests.notifications.factories import notice
from tests.world import World

__all__ = ["candidacy", "council"]


def unread(person: User) -> set[str]:
    rows = Notice.objects.filter(recipient=person, read_at=None)
    return set(rows.values_list("link", flat=True))


def test_the_page_of_a_matter_reads_what_is_about_it_and_nothing_else(world: World) -> None:
    issue, other = raised(world), raised(world, "路灯不亮")
    page = f"/issues/{issue.reference}/"
    notice(world.grid_worker, key="part", link=f"{page}#ask", subject=issue.uid)
    signed_in(world.grid_worker).get(page)
    assert unread(world.grid_worker) == {f"/issues/{other.reference}/"}
    assert unread(world.grid_head) == {page, f"/issues/{other.reference}/"}


def test_a_case_opened_at_a_desk_is_seen_and_one_that_stands_there_is_not(world: World) -> None:
    issue = raised(world)
    client, path = signed_in(world.grid_worker), "/desk/grid/ZJD-1/"
    client.get(path)
    assert unread(world.grid_worker)
    client.get(f"{path}?case={issue.reference}")
    assert not unread(world.grid_worker)


@pytest.mark.parametrize("method", ["get", "head"])
def test_what_a_browser_fetches_ahead_nobody_has_seen(world: World, method: str) -> None:
    issue = raised(world)
    ahead = {"Sec-Purpose": "prefetch"} if method == "get" else {}
    ask = getattr(signed_in(world.grid_worker), method)
    ask(f"/issues/{issue.reference}/", headers=ahead)
    assert unread(world.grid_worker)


def test_what_may_not_be_read_is_not_seen(world: World) -> None:
    issue = raised(world)
    page = f"/issues/{issue.reference}/"
    notice(world.neighbour, key="lost", link=page, subject=issue.uid)
    assert signed_in(world.neighbour).get(page).status_code == 404
    assert unread(world.neighbour) == {page}


def test_a_councils_page_reads_what_leads_to_it(world: World, candidacy: Candidacy) -> None:
    seconded(world, candidacy)
    links = unread(world.staff)
    assert len(links) == 1
    signed_in(world.staff).get(links.pop())
    assert not unread(world.staff)
