from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from notifications.actions.deliver import deliver
from notifications.actions.put import put
from notifications.actions.retry import retry
from notifications.actions.send import Sending
from notifications.enums import DeliveryState
from notifications.models import Delivery
from tests.notifications.carriers import Clock, Recording
from tests.notifications.factories import person, told
from tests.world import World

pytestmark = pytest.mark.django_db


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
