"""A member reads how often they came; nobody else but the community's staff does."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.test.utils import CaptureQueriesContext

from council.actions.members.excuse import excuse
from council.models import Council, CouncilMember, Meeting, Roll
from tests.council.sittings import (
    BEGINS,
    CONVENED,
    a_called_sitting,
    a_council,
    at_the_table,
    fresh,
    roll_of,
)
from tests.council.table.doing import do
from tests.harness.signing_in import signed_in
from tests.world import World

DAY = BEGINS.date()


def held(world: World, council: Council, *, came: int, days: int = 0) -> Meeting:
    """So many of the first members were there."""
    begins = BEGINS + timedelta(days=days)
    called = a_called_sitting(world, council, starts_at=begins, items=["快递柜"])
    meeting = at_the_table(world, called, present=came, starts_item=False, now=begins)
    do(meeting, "close", now=begins)
    return fresh(meeting)


def page(who: Client, member: CouncilMember) -> str:
    answer = who.get(f"/councils/ZJD-1/members/{member.uid}/")
    assert answer.status_code == 200
    return answer.content.decode()


def member_at(council: Council, at: int) -> CouncilMember:
    return list(council.members.order_by("pk").select_related("person"))[at]


def test_a_member_reads_how_often_they_came(world: World) -> None:
    council = a_council(world)
    held(world, council, came=3)
    held(world, council, came=4, days=7)
    fourth = member_at(council, 3)
    own = page(signed_in(fourth.person), fourth)
    assert "2 次会，到了 1 次" in own
    assert own.count("第一网格十一月议事会") == 2
    assert "我的出席记录" in own


def test_nobody_else_but_the_staff_reads_it(world: World) -> None:
    council = a_council(world)
    held(world, council, came=3)
    member = member_at(council, 0)
    address = f"/councils/ZJD-1/members/{member.uid}/"
    for who in (member.person, world.staff, world.lead):
        assert signed_in(who).get(address).status_code == 200
        assert address in signed_in(who).get("/councils/ZJD-1/").content.decode()
    for other in (member_at(council, 1).person, world.grid_worker, world.near_staff):
        assert signed_in(other).get(address).status_code == 404
        assert address not in signed_in(other).get("/councils/ZJD-1/").content.decode()


def test_leave_that_was_asked_is_no_absence_and_stands_in_the_roll(world: World) -> None:
    council = a_council(world)
    away = member_at(council, 4)
    excuse(away, actor=away.person, now=CONVENED, first_day=DAY, last_day=DAY, reason="住院")
    meeting = held(world, council, came=3)
    apologies = {line.person_id: line.apology for line in roll_of(meeting)}
    assert apologies[away.person_id] == "leave"
    assert set(apologies.values()) == {"", "leave"}
    own = page(signed_in(away.person), away)
    assert "已请假" in own
    assert "缺席" not in own.replace("已请假，不计算", "")


def test_who_comes_although_on_leave_is_there(world: World) -> None:
    council = a_council(world)
    first = member_at(council, 0)
    excuse(first, actor=first.person, now=CONVENED, first_day=DAY, last_day=DAY, reason="")
    meeting = held(world, council, came=3)
    assert Roll.objects.get(meeting=meeting, person=first.person).apology == ""
    assert "1 次会，到了 1 次" in page(signed_in(first.person), first)


def test_what_came_after_the_end_of_a_term_does_not_count(world: World) -> None:
    council = a_council(world)
    held(world, council, came=0)
    held(world, council, came=0, days=7)
    member = member_at(council, 0)
    member.term = DateRange(date(2026, 1, 1), DAY + timedelta(days=1))
    member.save()
    assert "1 次会，到了 0 次" in page(signed_in(member.person), member)


def test_a_rehearsal_and_a_talk_on_the_spot_count_for_nobody(world: World) -> None:
    council = a_council(world)
    meeting = held(world, council, came=0)
    member = member_at(council, 0)
    for change in ({"kind": "instant"}, {"rehearsal": True}):
        Meeting.objects.filter(pk=meeting.pk).update(**{"kind": "planned", **change})
        assert "还没有开过会" in page(signed_in(member.person), member)


def test_it_costs_the_same_however_many_sittings_there_were(world: World) -> None:
    council = a_council(world)
    member = member_at(council, 0)
    reader, found = signed_in(member.person), []
    for days in (0, 7):
        held(world, council, came=2, days=days)
        page(reader, member)
        with CaptureQueriesContext(connection) as queries:
            page(reader, member)
        found.append(len(queries))
    assert found[0] == found[1]
