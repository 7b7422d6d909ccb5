from datetime import date

import pytest
from django.test import Client

from clocks.models import CalendarDay, CalendarRevision, Schedule
from tests.world import World

pytestmark = pytest.mark.django_db
NOTICE = "2027-02-05/2027-02-11,休,春节\n2027-02-14,班,春节"


@pytest.fixture
def administrator(client: Client, world: World) -> Client:
    client.force_login(world.district_administrator)
    return client


def test_an_administrator_adds_a_notice_by_pasting_it(administrator: Client, world: World) -> None:
    answer = administrator.post(
        "/admin/clocks/calendarrevision/add/",
        {"year": "2027", "note": "国办发明电", "days": NOTICE},
    )
    assert answer.status_code == 302
    revision = CalendarRevision.objects.get()
    assert (revision.year, revision.made_by) == (2027, world.district_administrator)
    assert CalendarDay.objects.filter(revision=revision).count() == 8
    page = administrator.get(f"/admin/clocks/calendarrevision/{revision.pk}/change/")
    assert page.status_code == 200
    assert "春节" in page.content.decode()
    assert administrator.get("/admin/clocks/calendarrevision/").status_code == 200


def test_what_is_wrong_with_a_notice_is_said_and_what_was_typed_stays(
    administrator: Client,
) -> None:
    answer = administrator.post(
        "/admin/clocks/calendarrevision/add/",
        {"year": "2027", "note": "国办发明电", "days": NOTICE + "\n2027-02-08,班,春节\n"},
    )
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "2027-02-05/2027-02-11,休,春节" in page
    assert page.count("2027-02-08") >= 2
    assert not CalendarRevision.objects.exists()


def test_a_revision_can_be_neither_changed_nor_removed(administrator: Client) -> None:
    administrator.post(
        "/admin/clocks/calendarrevision/add/", {"year": "2027", "note": "first", "days": NOTICE}
    )
    revision = CalendarRevision.objects.get()
    address = f"/admin/clocks/calendarrevision/{revision.pk}"
    changed = administrator.post(f"{address}/change/", {"year": "2028", "note": "second"})
    assert changed.status_code == 403
    assert administrator.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert list(CalendarRevision.objects.values_list("year", "note")) == [(2027, "first")]
    assert CalendarDay.objects.filter(day=date(2027, 2, 5)).exists()


def test_working_hours_are_made_changed_and_removed(administrator: Client) -> None:
    made = administrator.post(
        "/admin/clocks/schedule/add/", {"name": "早班", "periods": "8：00－16：00"}
    )
    assert made.status_code == 302
    schedule = Schedule.objects.get()
    assert schedule.periods == "08:00-16:00"
    address = f"/admin/clocks/schedule/{schedule.pk}"
    wrong = administrator.post(f"{address}/change/", {"name": "早班", "periods": "16:00-08:00"})
    assert wrong.status_code == 200
    assert "16:00-08:00" in wrong.content.decode()
    assert administrator.post(f"{address}/delete/", {"post": "yes"}).status_code == 302
    assert not Schedule.objects.exists()


@pytest.mark.parametrize("person", ["resident", "grid_worker"])
@pytest.mark.parametrize("model", ["calendarrevision", "schedule"])
def test_nobody_else_gets_in(client: Client, world: World, person: str, model: str) -> None:
    client.force_login(getattr(world, person))
    answer = client.post(f"/admin/clocks/{model}/add/", {"name": "x", "periods": "08:00-16:00"})
    assert answer.status_code in {302, 403, 404}
    assert not Schedule.objects.exists()
    assert not CalendarRevision.objects.exists()
