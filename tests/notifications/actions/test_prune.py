from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from notifications.actions import prune as pruning
from notifications.actions.prune import prune
from notifications.actions.put import put
from notifications.models import Delivery, Notice
from notifications.tasks import prune as prune_task
from tests.notifications.factories import notice, person, told

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LONG_AGO = NOW - timedelta(days=401)
LATELY = NOW - timedelta(days=399)


def left() -> set[str]:
    return set(Notice.objects.values_list("dedupe_key", flat=True))


def test_what_was_read_long_ago_goes_and_the_rest_stays() -> None:
    chen = person()
    notice(chen, key="old", created_at=LONG_AGO, read_at=LONG_AGO)
    notice(chen, key="read lately", created_at=LONG_AGO, read_at=LATELY)
    notice(chen, key="never read", created_at=LONG_AGO)
    notice(chen, key="new", read_at=NOW)
    assert prune(actor=None, now=NOW) == 1
    assert left() == {"read lately", "never read", "new"}
    assert prune(actor=None, now=NOW) == 0


def test_deliveries_go_with_their_notice_and_no_other() -> None:
    chen = person()
    put([told(chen, key="old", sms=True), told(chen, key="new", sms=True)], now=LONG_AGO)
    Notice.objects.filter(dedupe_key="old").update(read_at=LONG_AGO)
    prune(actor=None, now=NOW)
    assert [delivery.notice.dedupe_key for delivery in Delivery.objects.all()] == ["new"]


def test_how_long_is_a_setting(settings: Settings) -> None:
    settings.READ_NOTICES_KEPT_DAYS = 30
    notice(person(), key="old", read_at=NOW - timedelta(days=31))
    prune(actor=None, now=NOW)
    assert left() == set()


def test_a_run_takes_the_oldest_in_batches_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "BATCH", 2)
    monkeypatch.setattr(pruning, "BATCHES", 2)
    chen = person()
    for number in range(7):
        notice(chen, key=str(number), read_at=LONG_AGO - timedelta(days=number))
    assert prune(actor=None, now=NOW) == 4
    assert left() == {"0", "1", "2"}


def test_the_task_prunes() -> None:
    notice(person(), key="old", read_at=LONG_AGO)
    prune_task()
    assert left() == set()
