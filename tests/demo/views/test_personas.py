"""Being somebody else in the demo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from demo.cast import CAST
from issues.models import Deadline, Issue
from tests.issues.staging import OWN_WORDS, publish_as_it_is, raised
from tests.world import World, post

PHONES = [persona.phone for persona in CAST]


@pytest.fixture
def cast(world: World) -> list[User]:
    # The numbers of the small world are counted up and may have come to those of the cast.
    User.objects.filter(phone__in=PHONES).update(phone=None)
    people = [User.objects.create_user(p.phone, name=p.name_zh) for p in CAST]
    bodies = {body.code: body for body in (world.grid, world.community, world.street)}
    for persona, person in zip(CAST, people, strict=True):
        if persona.role and persona.body_code in bodies:
            post(person, bodies[persona.body_code], persona.role)
    return people


def test_the_cast_has_no_number_twice_and_some_of_each_kind() -> None:
    assert len(set(PHONES)) == len(PHONES) >= 16


def test_a_press_makes_one_the_worker_at_her_desk(client: Client, cast: list[User]) -> None:
    worker = next(person for person in cast if person.name == "王晓燕")
    assert "王晓燕" in client.get("/demo/").content.decode()
    response = client.post("/demo/be/", {"phone": worker.phone})
    assert response.headers["Location"] == "/after-sign-in/"
    assert client.session["_auth_user_id"] == str(worker.pk)
    assert client.get("/after-sign-in/").headers["Location"] == "/desk/"


def test_a_resident_comes_to_their_own_page_and_a_visitor_to_the_first(
    client: Client, cast: list[User]
) -> None:
    client.post("/demo/be/", {"phone": PHONES[0]})
    assert client.get("/after-sign-in/").headers["Location"] == "/me/"
    assert client.post("/demo/be/", {}).headers["Location"] == "/demo/"
    assert client.get("/after-sign-in/").headers["Location"] == "/"


def test_nobody_outside_the_cast_can_be_played(
    client: Client, cast: list[User], world: World
) -> None:
    world.lead.refresh_from_db()
    assert client.post("/demo/be/", {"phone": world.mediator.pk}).status_code == 404
    assert (
        client.post("/demo/be/", {"phone": world.lead.phone or "+8613999999999"}).status_code == 404
    )
    assert "_auth_user_id" not in client.session
    assert world.mediator.name not in client.get("/demo/").content.decode()


def test_before_the_data_are_there_the_page_says_so(world: World, client: Client) -> None:
    assert client.get("/demo/").status_code == 200


def test_a_clock_about_to_run_out_is_shown_without_words_of_the_matter(
    client: Client, cast: list[User], world: World
) -> None:
    issue = raised(world)
    soon = timezone.now() + timedelta(minutes=2)
    clocks = Deadline.objects.running().filter(issue=issue)
    clocks.update(due_at=soon, wake_at=soon)
    page = client.get("/demo/").content.decode()
    assert issue.reference in page
    assert f"/issues/{issue.reference}/" not in page
    assert OWN_WORDS[:8] not in page
    client.force_login(world.grid_worker, backend="grids.backends.PostingBackend")
    assert f"/issues/{issue.reference}/" in client.get("/demo/").content.decode()


def test_a_dispute_is_not_among_the_clocks(client: Client, cast: list[User], world: World) -> None:
    issue = raised(world, category=world.categories["noise"])
    soon = timezone.now() + timedelta(minutes=2)
    Deadline.objects.running().filter(issue=issue).update(due_at=soon, wake_at=soon)
    assert issue.reference not in client.get("/demo/").content.decode()


def test_the_page_asks_the_same_however_many_clocks_run_out(
    client: Client,
    cast: list[User],
    world: World,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _number in range(4):
        publish_as_it_is(raised(world), actor=world.grid_worker)
    soon = timezone.now() + timedelta(minutes=2)
    Deadline.objects.running().update(due_at=soon, wake_at=soon)
    assert Issue.objects.count() == 4
    client.post("/demo/be/", {"phone": PHONES[3]})
    with django_assert_max_num_queries(8):
        client.get("/demo/")
