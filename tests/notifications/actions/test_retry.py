from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from accounts.models import User
from notifications.actions.deliver import deliver
from notifications.actions.put import put
from notifications.actions.retry import retry
from notifications.actions.send import Sending
from notifications.enums import DeliveryState
from notifications.models import Delivery
from tests.notifications.carriers import Clock, Recording
from tests.notifications.factories import person, told
from tests.world import World, build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build_world()


@pytest.fixture
def failed() -> Delivery:
    put([told(person(), sms=True, urgent=True)])
    Delivery.objects.update(state=DeliveryState.FAILED, attempts=8, last_error="CarrierFailed")
    return Delivery.objects.get()


def test_a_failed_message_starts_afresh(failed: Delivery) -> None:
    now = timezone.now()
    assert retry([failed.pk], actor=None, now=now) == 1
    assert deliver(clock=Clock(now), carrier=Recording()) == {Sending.SENT: 1}
    assert Delivery.objects.get().attempts == 1


@pytest.mark.parametrize("state", [DeliveryState.WAITING, DeliveryState.DROPPED])
def test_only_failed_messages_start_afresh(failed: Delivery, state: DeliveryState) -> None:
    Delivery.objects.update(state=state)
    assert retry([failed.pk], actor=None, now=timezone.now() + timedelta(days=1)) == 0
    assert Delivery.objects.get().attempts == 8


def test_who_is_no_administrator_may_not(failed: Delivery, world: World) -> None:
    for someone in (world.resident, world.grid_worker):
        with pytest.raises(PermissionDenied):
            retry([failed.pk], actor=someone, now=timezone.now())
    assert Delivery.objects.get().state == DeliveryState.FAILED


def sign_in(client: Client, user: User) -> None:
    client.force_login(user)


def test_an_administrator_sees_what_failed_without_the_number_and_sends_it_again(
    client: Client, failed: Delivery, world: World
) -> None:
    sign_in(client, world.administrator)
    path = "/admin/notifications/delivery/"
    html = client.get(path).content.decode()
    assert "CarrierFailed" in html
    assert str(failed.notice.recipient.phone) not in html
    client.post(path, {"action": "send_again", "_selected_action": [failed.pk]})
    assert Delivery.objects.get().state == DeliveryState.WAITING


def test_the_admin_changes_and_deletes_no_delivery(
    client: Client, failed: Delivery, world: World
) -> None:
    sign_in(client, world.administrator)
    path = f"/admin/notifications/delivery/{failed.pk}/"
    assert client.get(f"{path}change/").status_code == 200
    assert client.post(f"{path}change/", {"state": "sent"}).status_code == 403
    assert client.post(f"{path}delete/", {"post": "yes"}).status_code == 403
    assert client.get("/admin/notifications/delivery/add/").status_code == 403
    assert Delivery.objects.get().state == DeliveryState.FAILED
