"""A message on its way: what each happening makes of it, written out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from notifications.actions.claim import LEASE, claim
from notifications.actions.deliver import deliver
from notifications.actions.mark_read import mark_read
from notifications.actions.put import put
from notifications.actions.retry import retry
from notifications.actions.told_in_person import told_in_person
from notifications.enums import DeliveryState
from notifications.models import Delivery
from notifications.rules import ATTEMPTS
from tests.issues.states.table import agrees, play
from tests.notifications.carriers import Clock, Dead, Recording
from tests.notifications.factories import person, told

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
NIGHT = NOON.replace(hour=23)
# `held`: somebody sends it; `last`: tried seven times; `read`: read on the page meanwhile.
TABLE = """
              waiting  held  last    read     sent  failed   dropped
taken         held     =     held    held     =     =        =
delivered     sent     =     sent    dropped  =     =        =
carrier_down  =        =     failed  dropped  =     =        =
at_night      =        =     =       =        =     =        =
too_early     =        =     =       =        =     =        =
lease_over    sent     sent  sent    dropped  =     =        =
read          =        =     =       =        =     =        =
retried       =        =     =       =        =     waiting  =
told          =        =     =       =        =     dropped  =
"""


def state(delivery: Delivery) -> str:
    delivery = Delivery.objects.get(pk=delivery.pk)
    held = delivery.state == DeliveryState.WAITING and delivery.lease_until is not None
    return "held" if held else delivery.state


def message() -> Delivery:
    put([replace(told(person(), sms=True), subject=uuid4())], now=NOON)
    return Delivery.objects.select_related("notice__recipient").get()


def held() -> Delivery:
    delivery = message()
    claim(now=NOON)
    return delivery


def after(**changes: object) -> Callable[[], Delivery]:
    def bring() -> Delivery:
        delivery = message()
        Delivery.objects.filter(pk=delivery.pk).update(**changes)
        return delivery

    return bring


def read(delivery: Delivery) -> Delivery:
    mark_read(delivery.notice, actor=delivery.notice.recipient, now=NOON)
    return delivery


def run(now: datetime, carrier: Recording) -> Callable[[Delivery], object]:
    return lambda _: deliver(clock=Clock(now), carrier=carrier)


@pytest.mark.django_db
def test_what_each_happening_makes_of_a_message() -> None:
    states = {
        "waiting": message,
        "held": held,
        "last": after(attempts=ATTEMPTS - 1),
        "read": lambda: read(message()),
        "sent": after(state=DeliveryState.SENT, sent_at=NOON),
        "failed": after(state=DeliveryState.FAILED, attempts=ATTEMPTS),
        "dropped": after(state=DeliveryState.DROPPED),
    }
    acts: dict[str, Callable[[Delivery], object]] = {
        "taken": lambda _: claim(now=NOON),
        "delivered": run(NOON, Recording()),
        "carrier_down": run(NOON, Dead()),
        "at_night": run(NIGHT, Recording()),
        "too_early": run(NOON - timedelta(minutes=1), Recording()),
        "lease_over": run(NOON + LEASE, Recording()),
        "read": read,
        "retried": lambda one: retry([one.pk], actor=None, now=NOON),
        "told": lambda one: told_in_person(
            one.notice.recipient_id, subject=one.notice.subject or uuid4(), actor=None
        ),
    }
    agrees(TABLE, play(states, acts, state))
