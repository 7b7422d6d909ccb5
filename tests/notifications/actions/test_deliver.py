import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from notifications.actions.claim import LEASE, claim
from notifications.actions.deliver import deliver
from notifications.actions.finish import mark_sent
from notifications.actions.put import put
from notifications.actions.send import Sending
from notifications.enums import DeliveryState, DropReason
from notifications.models import Delivery, Notice
from notifications.rules import ATTEMPTS
from tests.harness.template import url_of
from tests.notifications.carriers import Calling, Clock, Dead, Fatal, PowerCut, Recording
from tests.notifications.conftest import at_once
from tests.notifications.factories import person, told

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=SHANGHAI)


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


def only() -> Delivery:
    return Delivery.objects.get()


@pytest.mark.django_db
def test_a_message_goes_out_once_in_the_words_of_the_recipients_language(clock: Clock) -> None:
    chen, ann = person(), person("Ann", language="en")
    put([told(chen, sms=True), told(ann, sms=True), told(person(), key="page only")], now=NOON)
    carrier = Recording()
    assert deliver(clock=clock, carrier=carrier) == {Sending.SENT: 2}
    assert dict(carrier.sent) == {
        chen.phone: "是 42\n否\nhttp://localhost:8000/issues/ZJD-2026-0042/",
        ann.phone: "Yes 42\nNo\nhttp://localhost:8000/issues/ZJD-2026-0042/",
    }
    assert carrier.purposes == {"notice"}
    assert deliver(clock=clock, carrier=carrier) == {}
    assert set(Delivery.objects.values_list("state", "sent_at")) == {(DeliveryState.SENT, NOON)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "goes"),
    [("20:59:59", True), ("21:00:00", False), ("07:59:59", False), ("08:00:00", True)],
)
def test_no_message_goes_out_in_the_quiet_hours_except_urgent_ones(moment: str, goes: bool) -> None:
    now = datetime.fromisoformat(f"2026-11-20T{moment}+08:00")
    put([told(person(), sms=True), told(person(), sms=True, urgent=True)])
    Delivery.objects.update(next_try_at=now - timedelta(minutes=1))
    assert deliver(clock=Clock(now), carrier=Recording())[Sending.SENT] == (2 if goes else 1)
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING)
    assert list(waiting.values_list("notice__urgent", flat=True)) == ([] if goes else [False])


@pytest.mark.django_db
def test_a_batch_that_runs_into_the_night_stops_in_time(clock: Clock) -> None:
    put([told(person(), sms=True) for _ in range(3)], now=NOON)
    clock.now = NOON.replace(hour=20, minute=59, second=59)
    carrier = Calling(lambda: clock.pass_(timedelta(seconds=1)))
    assert deliver(clock=clock, carrier=carrier) == {Sending.SENT: 1, Sending.LATER: 2}
    morning = datetime(2026, 11, 21, 8, 0, tzinfo=SHANGHAI)
    left = Delivery.objects.filter(state=DeliveryState.WAITING)
    assert set(left.values_list("next_try_at", "attempts")) == {(morning, 0)}


@pytest.mark.django_db
def test_a_failed_message_is_tried_again_later_and_later_then_given_up_visibly(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    chen = person()
    put([told(chen, sms=True, urgent=True)], now=NOON)
    carrier = Dead()
    pauses = []
    for _ in range(ATTEMPTS):
        assert deliver(clock=clock, carrier=carrier) == {Sending.CARRIER_FAULT: 1}
        assert deliver(clock=clock, carrier=carrier) == {}
        pauses.append(only().next_try_at - clock.now)
        clock.now = only().next_try_at
    assert pauses[:-1] == sorted(pauses[:-1])
    assert (only().state, only().attempts) == (DeliveryState.FAILED, ATTEMPTS)
    clock.pass_(timedelta(days=9))
    assert deliver(clock=clock, carrier=carrier) == {}
    assert len(carrier.sent) == ATTEMPTS
    assert only().last_error == "ConnectionError"
    assert str(chen.phone) not in caplog.text
    assert "ZJD-2026-0042" not in caplog.text


@pytest.mark.django_db
def test_a_message_that_failed_before_goes_out_when_the_carrier_is_back(clock: Clock) -> None:
    put([told(person(), sms=True)], now=NOON)
    deliver(clock=clock, carrier=Dead())
    clock.pass_(timedelta(hours=1))
    assert deliver(clock=clock, carrier=Recording()) == {Sending.SENT: 1}
    assert (only().attempts, only().last_error, only().lease_until) == (2, "", None)


@pytest.mark.django_db
@pytest.mark.parametrize(("urgent", "hours"), [(False, 11), (True, 0)])
def test_a_message_that_failed_late_in_the_evening_is_tried_again_in_the_morning(
    clock: Clock, urgent: bool, hours: int
) -> None:
    put([told(person(), sms=True, urgent=urgent)], now=NOON)
    clock.now = NOON.replace(hour=20, minute=59, second=50)
    deliver(clock=clock, carrier=Dead())
    assert (only().next_try_at - clock.now) // timedelta(hours=1) == hours


@pytest.mark.django_db
def test_a_carrier_that_is_down_is_left_alone_and_the_rest_loses_no_try(clock: Clock) -> None:
    put([told(person(), sms=True) for _ in range(10)], now=NOON)
    carrier = Dead()
    deliver(clock=clock, carrier=carrier)
    assert len(carrier.sent) == 3
    rest = Delivery.objects.filter(last_error="")
    assert set(rest.values_list("attempts", "lease_until", "next_try_at")) == {(0, None, NOON)}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"phone": None, "erased_at": NOON}, DropReason.NO_PHONE),
        ({"phone": None}, DropReason.NO_PHONE),
        ({"is_active": False}, DropReason.INACTIVE),
    ],
)
def test_who_left_since_gets_nothing_and_the_reason_stands_there(
    clock: Clock, fields: dict[str, object], reason: DropReason
) -> None:
    gone, here = person(), person()
    put([told(gone, sms=True), told(here, sms=True)], now=NOON)
    type(gone).objects.filter(pk=gone.pk).update(**fields)
    carrier = Recording()
    assert deliver(clock=clock, carrier=carrier) == {Sending.SENT: 1, Sending.DROPPED: 1}
    assert [phone for phone, _ in carrier.sent] == [here.phone]
    dropped = Delivery.objects.get(state=DeliveryState.DROPPED)
    assert (dropped.last_error, dropped.sent_at) == (reason, None)


@pytest.mark.django_db
def test_what_was_read_on_the_page_needs_no_message_unless_urgent(clock: Clock) -> None:
    chen = person()
    put([told(chen, sms=True), told(chen, key="leak", sms=True, urgent=True)], now=NOON)
    Notice.objects.update(read_at=NOON)
    assert deliver(clock=clock, carrier=Recording()) == {Sending.SENT: 1, Sending.DROPPED: 1}
    assert Delivery.objects.get(state=DeliveryState.DROPPED).last_error == DropReason.READ


@pytest.mark.django_db
def test_one_message_without_words_does_not_hold_up_the_others(clock: Clock) -> None:
    put([told(person(), sms=True) for _ in range(9)], now=NOON)
    broken = Notice.objects.order_by("id").values_list("pk", flat=True)[:4]
    Notice.objects.filter(pk__in=list(broken)).update(kind="test.unheard_of")
    carrier = Recording()
    assert deliver(clock=clock, carrier=carrier) == {Sending.UNREADABLE: 4, Sending.SENT: 5}
    errors = Delivery.objects.filter(state=DeliveryState.WAITING).values_list("last_error")
    assert set(errors) == {("UnknownKindError",)}


@pytest.mark.django_db
def test_a_message_that_always_kills_its_worker_is_given_up(clock: Clock) -> None:
    put([told(person(), sms=True, urgent=True)], now=NOON)
    carrier = Fatal()
    for _ in range(ATTEMPTS):
        with pytest.raises(PowerCut):
            deliver(clock=clock, carrier=carrier)
        clock.pass_(LEASE)
    deliver(clock=clock, carrier=carrier)
    assert len(carrier.sent) == ATTEMPTS
    assert (only().state, only().last_error) == (DeliveryState.FAILED, "LeaseRanOut")


@pytest.mark.django_db
def test_who_comes_back_after_the_lease_ran_out_writes_nothing(clock: Clock) -> None:
    put([told(person(), sms=True)], now=NOON)
    (slow,) = claim(now=NOON)
    assert claim(now=NOON + LEASE - timedelta(microseconds=1)) == []
    (quick,) = claim(now=NOON + LEASE)
    assert not mark_sent(slow, now=NOON + LEASE)
    assert only().state == DeliveryState.WAITING
    assert mark_sent(quick, now=NOON + LEASE)
    assert not mark_sent(quick, now=NOON + LEASE * 2)
    assert only().sent_at == NOON + LEASE


@pytest.mark.django_db
def test_a_slow_batch_does_not_send_what_another_may_hold_by_now(clock: Clock) -> None:
    put([told(person(), sms=True) for _ in range(2)], now=NOON)
    carrier = Calling(lambda: clock.pass_(LEASE))
    tally = deliver(clock=clock, carrier=carrier)
    # The second is lost by the first batch and sent by the next one, not twice.
    assert tally == {Sending.SENT: 2, Sending.LOST: 1}
    assert len({phone for phone, _ in carrier.sent}) == 2


@pytest.mark.django_db
def test_with_nothing_due_a_run_asks_the_database_once() -> None:
    put([told(person(), sms=True)], now=NOON)
    Delivery.objects.update(next_try_at=NOON + timedelta(hours=1))
    with CaptureQueriesContext(connection) as queries:
        deliver(clock=Clock(NOON), carrier=Recording())
    selects = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(selects) == 1


def test_a_crash_between_sending_and_noting_sends_again_after_the_lease(committed: None) -> None:
    clock = Clock(timezone.now())
    chen = person()
    with transaction.atomic():
        put([told(chen, sms=True, urgent=True)], now=clock.now)
    cut, after = Fatal(), Recording()
    with pytest.raises(PowerCut):
        deliver(clock=clock, carrier=cut)
    assert deliver(clock=clock, carrier=after) == {}
    clock.pass_(LEASE)
    assert deliver(clock=clock, carrier=after) == {Sending.SENT: 1}
    assert [phone for phone, _ in cut.sent] == [phone for phone, _ in after.sent] == [chen.phone]
    assert Delivery.objects.filter(notice__recipient=chen, state=DeliveryState.SENT).count() == 1


def test_two_deliverers_at_once_send_each_message_once(committed: None) -> None:
    people = [person() for _ in range(90)]
    with transaction.atomic():
        put([told(who, sms=True) for who in people], now=NOON)
    carrier = Recording()
    runs = [lambda: deliver(clock=Clock(NOON), carrier=carrier) for _ in range(4)]
    at_once(*(lambda run=run: assert_ran(run()) for run in runs))
    assert sorted(phone for phone, _ in carrier.sent) == sorted(str(who.phone) for who in people)
    states = Delivery.objects.filter(notice__recipient__in=people)
    assert set(states.values_list("state", "attempts")) == {(DeliveryState.SENT, 1)}


def test_what_another_deliverer_holds_is_left_to_it_and_the_rest_goes_out(committed: None) -> None:
    chen, ann = person(), person("Ann")
    with transaction.atomic():
        put([told(who, sms=True) for who in (chen, ann)], now=NOON)
    held = Delivery.objects.get(notice__recipient=chen)
    with psycopg.connect(url_of(str(connection.settings_dict["NAME"]))) as somebody:
        somebody.execute("SELECT 1 FROM notifications_delivery WHERE id = %s FOR UPDATE", [held.pk])
        with connection.cursor() as cursor:
            # Whoever would wait fails here, and does not wait until the test is ended.
            cursor.execute("SET lock_timeout = '1s'")
        carrier = Recording()
        assert deliver(clock=Clock(NOON), carrier=carrier) == {Sending.SENT: 1}
        assert [phone for phone, _ in carrier.sent] == [ann.phone]
    assert deliver(clock=Clock(NOON), carrier=Recording()) == {Sending.SENT: 1}


def assert_ran(tally: object) -> None:
    assert tally is not None


def test_the_message_leaves_while_no_transaction_is_open(committed: None) -> None:
    chen = person()
    with transaction.atomic():
        put([told(chen, sms=True)], now=NOON)
    seen: list[bool] = []
    carrier = Calling(lambda: seen.append(connection.in_atomic_block))
    deliver(clock=Clock(NOON), carrier=carrier)
    assert seen == [False]


def test_the_log_level_of_a_failed_try_is_a_warning(
    committed: None, caplog: pytest.LogCaptureFixture
) -> None:
    with transaction.atomic():
        put([told(person(), sms=True)], now=NOON)
    deliver(clock=Clock(NOON), carrier=Dead())
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
