"""A department goes on for years: its desk reads no more for what it has long done with."""

from __future__ import annotations

from functools import partial

from django.test import Client
from django.utils import timezone

from bench._lay import lay_places
from issues.actions.decline import decline
from issues.actions.receive import receive
from issues.models import Issue
from tests.budgets.growing import Reader, ask_no_more_about_keys, grown, lay
from tests.desks.desking import at_housing
from tests.harness.signing_in import signed_in
from tests.world import World

# So many are few that the plans are those of many.
FEW, MANY = 400, 2_400
DESK = "/desk/department/FHT-ZJ/"
SECTIONS = ("", "?section=today", "?section=hand", "?section=promised", "?section=ended")


def test_the_desk_of_a_department_reads_no_more_when_its_own_past_grows(world: World) -> None:
    made, clerk = done_with(world), signed_in(world.clerk)
    open_one = at_housing(world)
    desk = Reader({section: partial(drawn, clerk, section) for section in SECTIONS})
    lay_places(world.street, 0)
    lay([made], FEW)
    ask_no_more_about_keys()
    desk.look()
    lay([made], MANY - FEW)
    desk.look()
    assert Issue.objects.filter(ended_at__isnull=False).count() == MANY + 1
    assert not grown(*desk.read, at_most=3)
    assert open_one.reference in drawn(clerk, "")


def test_what_ended_last_is_shown_however_often_it_came(world: World) -> None:
    made = [done_with(world) for _ in range(3)]
    page = drawn(signed_in(world.clerk), "?section=ended")
    assert all(one.reference in page for one in made)


def done_with(world: World) -> Issue:
    issue, now = at_housing(world), timezone.now()
    receive(issue, actor=world.clerk, now=now)
    return decline(issue, actor=world.clerk, now=now, where_to="请找供水公司")


def drawn(clerk: Client, section: str) -> str:
    page = clerk.get(DESK + section)
    assert page.status_code == 200
    return page.content.decode()
