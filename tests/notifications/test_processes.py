"""The outbox under real workers: what dies is taken over, and nothing leaves twice for nothing."""

import sys
from datetime import timedelta

import redis
from django.db import transaction
from django.utils import timezone

from accounts.models import LocalMessage
from config.launcher.parts import worker
from notifications.actions.put import put
from notifications.enums import DeliveryState
from notifications.models import Delivery
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld
from tests.notifications.factories import person, told

DELIVER = [sys.executable, "-m", "tests.notifications.deliverer"]


def loud(amount: int) -> None:
    """Urgent, so that the test passes at night as well."""
    with transaction.atomic():
        put([told(person(), sms=True, urgent=True) for _ in range(amount)])


def states() -> dict[str, int]:
    found = Delivery.objects.values_list("state", flat=True)
    return {state: list(found).count(state) for state in set(found)}


def test_a_killed_deliverer_loses_nothing_and_the_next_one_takes_over(
    world_database: LiveWorld,
) -> None:
    loud(60)
    first = world_database.start("deliver-1", DELIVER, DELIVER_PAUSE="0.1")
    wait_until(lambda: LocalMessage.objects.count() >= 5)
    first.kill()
    held = Delivery.objects.filter(state=DeliveryState.WAITING, lease_until__isnull=False)
    assert 1 <= held.count() <= 20
    # What the dead one held is free again once its lease has run out.
    held.update(lease_until=timezone.now() - timedelta(seconds=1))
    world_database.start("deliver-2", DELIVER)
    world_database.start("deliver-3", DELIVER)
    wait_until(lambda: states() == {DeliveryState.SENT: 60})
    # At least once: at most the one on its way at the moment of death came twice.
    assert LocalMessage.objects.count() in {60, 61}
    assert LocalMessage.objects.values("phone").distinct().count() == 60


def test_with_two_of_everything_and_a_flushed_broker_each_message_leaves_once(
    world_database: LiveWorld,
) -> None:
    command = [*worker({}, world_database.output).command, "--include", "tests.notifications.kinds"]
    for name in ("worker-a", "worker-b"):
        named = [*command, "--hostname", f"{name}@test"]
        world_database.start(name, named, SWEEP_SECONDS="0.5")
        world_database.start_beat(sweep_seconds=0.5)
    loud(30)
    wait_until(lambda: states() == {DeliveryState.SENT: 30}, seconds=60)
    redis.Redis.from_url(world_database.broker.url).flushall()
    loud(30)
    wait_until(lambda: states() == {DeliveryState.SENT: 60}, seconds=60)
    assert LocalMessage.objects.count() == 60
