"""Messages in the administration: each administrator sees those of their own places."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from issues.actions.send_again import send_again
from issues.models import Issue
from notifications.actions.put import put
from notifications.enums import DeliveryState, DropReason
from notifications.models import Delivery
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.notifications.factories import person, told
from tests.notifications.renderers import register_all
from tests.world import World

LIST = "/admin/notifications/delivery/"
register_all()


@pytest.fixture
def here(world: World) -> Delivery:
    """About a matter of the administrator's street."""
    issue = published(world)
    Delivery.objects.filter(notice__subject=issue.uid).update(
        state=DeliveryState.FAILED, attempts=8, last_error="TimeoutHere"
    )
    return Delivery.objects.filter(notice__subject=issue.uid).latest("pk")


@pytest.fixture
def elsewhere(world: World) -> Delivery:
    """About a matter of another district."""
    issue = published(world)
    Issue.objects.filter(pk=issue.pk).update(
        community=world.far_community, grid=world.far_grid, number=77
    )
    Delivery.objects.filter(notice__subject=issue.uid).update(
        state=DeliveryState.FAILED, attempts=8, last_error="TimeoutFarAway"
    )
    return Delivery.objects.filter(notice__subject=issue.uid).latest("pk")


@pytest.fixture
def nowhere(world: World) -> Delivery:
    """About no matter at all."""
    put([told(person(), sms=True, urgent=True)])
    made = Delivery.objects.filter(notice__subject=None)
    made.update(state=DeliveryState.FAILED, last_error="TimeoutNowhere")
    return made.get()


def again(client: Client, *deliveries: Delivery) -> None:
    chosen = [delivery.pk for delivery in deliveries]
    form = {"action": "send_again", "_selected_action": chosen, "submission": str(uuid4())}
    client.post(LIST, form)


def waiting() -> set[int]:
    return set(Delivery.objects.filter(state=DeliveryState.WAITING).values_list("pk", flat=True))


def test_an_administrator_sees_what_failed_at_home_without_the_number(
    world: World, here: Delivery, elsewhere: Delivery, nowhere: Delivery
) -> None:
    html = signed_in(world.administrator).get(LIST).content.decode()
    assert "TimeoutHere" in html
    assert "TimeoutFarAway" not in html
    assert "TimeoutNowhere" not in html
    assert str(world.resident.phone) not in html


def test_what_is_about_no_matter_is_for_the_district(
    world: World, here: Delivery, elsewhere: Delivery, nowhere: Delivery
) -> None:
    html = signed_in(world.district_administrator).get(LIST).content.decode()
    assert "TimeoutHere" in html
    assert "TimeoutNowhere" in html
    assert "TimeoutFarAway" not in html


def test_one_of_elsewhere_does_not_exist_for_them(
    world: World, here: Delivery, elsewhere: Delivery
) -> None:
    client = signed_in(world.administrator)
    assert client.get(f"{LIST}{here.pk}/change/").status_code == 200
    assert client.get(f"{LIST}{elsewhere.pk}/change/").status_code == 302


def test_only_what_failed_at_home_is_sent_again(
    world: World, here: Delivery, elsewhere: Delivery
) -> None:
    again(signed_in(world.administrator), here, elsewhere)
    assert here.pk in waiting()
    assert elsewhere.pk not in waiting()


def test_the_action_itself_passes_over_what_is_elsewhere(
    world: World, here: Delivery, elsewhere: Delivery
) -> None:
    chosen, now = [here.pk, elsewhere.pk], timezone.now()
    assert send_again(chosen, actor=world.administrator, now=now) == 1
    with pytest.raises(PermissionDenied):
        send_again(chosen, actor=world.grid_worker, now=now)
    assert elsewhere.pk not in waiting()


def test_the_admin_changes_and_deletes_no_delivery(world: World, here: Delivery) -> None:
    client, path = signed_in(world.administrator), f"{LIST}{here.pk}/"
    assert client.post(f"{path}change/", {"state": "sent"}).status_code == 403
    assert client.post(f"{path}delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{LIST}add/").status_code == 403
    here.refresh_from_db()
    assert here.state == DeliveryState.FAILED


def test_messages_and_faults_stand_there_in_words(world: World, here: Delivery) -> None:
    Delivery.objects.filter(pk=here.pk).update(
        state=DeliveryState.DROPPED, last_error=DropReason.READ
    )
    client = signed_in(world.administrator)
    assert here.notice.subject is not None
    issue = Issue.objects.get(uid=here.notice.subject)
    for path in (LIST, f"{LIST}?fault=read", f"{LIST}{here.pk}/change/"):
        html = client.get(path).content.decode()
        assert f"珠玑东 {issue.number} 号" in html, path
        assert str(DropReason.READ.label) in html, path
        assert here.notice.kind not in html, path


def test_the_list_of_messages_costs_the_same_for_one_as_for_many(
    world: World, here: Delivery, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(world.administrator)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    for _ in range(3):
        published(world)
    with django_assert_num_queries(len(few)):
        client.get(LIST)
