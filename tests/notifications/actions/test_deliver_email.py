from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from accounts.models import User
from notifications.actions.deliver import deliver
from notifications.actions.put import put
from notifications.actions.send import Sending
from notifications.enums import Channel, DeliveryState, DropReason
from notifications.models import Delivery
from notifications.rules import ATTEMPTS
from tests.notifications.carriers import Clock, Dead, LetterBox, NoServer, Recording
from tests.notifications.factories import person, told

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=SHANGHAI)
NIGHT = datetime(2026, 11, 20, 23, 15, tzinfo=SHANGHAI)


@pytest.fixture(autouse=True)
def _mail_is_carried(settings: Settings) -> None:
    settings.EMAIL_CARRIER = "accounts.carriers.page.PageMailCarrier"


@pytest.fixture
def wang() -> User:
    return person(email="wang@example.org")


def by_mail() -> Delivery:
    return Delivery.objects.get(channel=Channel.EMAIL)


def test_who_gave_an_address_gets_it_by_text_and_by_mail(wang: User) -> None:
    put([told(wang, sms=True), told(person(), sms=True)], now=NOON)
    phone, box = Recording(), LetterBox()
    assert deliver(clock=Clock(NOON), carrier=phone, mail=box) == {Sending.SENT: 3}
    assert len(phone.sent) == 2
    ((address, subject, text),) = box.sent
    assert (address, subject) == ("wang@example.org", "【议事亭】是 42")
    assert "http://localhost:8000/issues/ZJD-2026-0042/" in text
    assert "http://localhost:8000/me/email/" in text


def test_a_letter_is_in_the_language_of_its_reader() -> None:
    put([told(person("Ann", language="en", email="ann@example.org"), sms=True)], now=NOON)
    box = LetterBox()
    deliver(clock=Clock(NOON), carrier=Recording(), mail=box)
    assert box.sent[0][1] == "[Pavilion] Yes 42"


def test_what_only_stands_on_the_page_is_not_mailed(wang: User) -> None:
    put([told(wang)], now=NOON)
    assert not Delivery.objects.exists()


def test_telling_the_same_twice_mails_it_once(wang: User) -> None:
    for _ in range(2):
        put([told(wang, sms=True)], now=NOON)
    assert Delivery.objects.filter(channel=Channel.EMAIL).count() == 1


def test_where_no_mail_is_carried_none_waits(wang: User, settings: Settings) -> None:
    settings.EMAIL_CARRIER = "accounts.carriers.none.NoMailCarrier"
    put([told(wang, sms=True)], now=NOON)
    assert [delivery.channel for delivery in Delivery.objects.all()] == [Channel.SMS]


def test_a_letter_goes_out_by_night_while_the_text_message_waits(wang: User) -> None:
    put([told(wang, sms=True)], now=NIGHT)
    phone, box = Recording(), LetterBox()
    assert deliver(clock=Clock(NIGHT), carrier=phone, mail=box) == {Sending.SENT: 1}
    assert (len(phone.sent), len(box.sent)) == (0, 1)
    waiting = Delivery.objects.get(state=DeliveryState.WAITING)
    assert waiting.next_try_at == datetime(2026, 11, 21, 8, 0, tzinfo=SHANGHAI)


def test_a_letter_that_failed_at_night_is_tried_again_at_night_then_given_up_visibly(
    wang: User, caplog: pytest.LogCaptureFixture
) -> None:
    put([told(wang, sms=True)], now=NIGHT)
    clock, box = Clock(NIGHT), NoServer()
    for _ in range(ATTEMPTS):
        deliver(clock=clock, carrier=Recording(), mail=box)
        assert by_mail().next_try_at - clock.now <= timedelta(hours=1)
        clock.now = max(clock.now, by_mail().next_try_at)
    assert (by_mail().state, by_mail().last_error) == (DeliveryState.FAILED, "TimeoutError")
    assert len(box.sent) == ATTEMPTS
    assert "wang@example.org" not in caplog.text


def test_a_letter_goes_out_when_the_server_is_back(wang: User) -> None:
    put([told(wang, sms=True)], now=NOON)
    clock = Clock(NOON)
    deliver(clock=clock, carrier=Recording(), mail=NoServer())
    clock.pass_(timedelta(hours=1))
    assert deliver(clock=clock, carrier=Recording(), mail=LetterBox()) == {Sending.SENT: 1}
    assert (by_mail().state, by_mail().attempts) == (DeliveryState.SENT, 2)


@pytest.mark.parametrize("broken", [Channel.SMS, Channel.EMAIL])
def test_a_carrier_that_is_down_does_not_hold_up_the_other(broken: Channel) -> None:
    people = [person(email=f"a{number}@example.org") for number in range(12)]
    put([told(who, sms=True) for who in people], now=NOON)
    phone = Dead() if broken == Channel.SMS else Recording()
    box = NoServer() if broken == Channel.EMAIL else LetterBox()
    tally = deliver(clock=Clock(NOON), carrier=phone, mail=box)
    assert tally == {Sending.SENT: 12, Sending.CARRIER_FAULT: 3}
    rest = Delivery.objects.filter(channel=broken, last_error="")
    assert set(rest.values_list("attempts", "lease_until", "next_try_at")) == {(0, None, NOON)}


def test_who_took_the_address_away_since_gets_no_letter(wang: User) -> None:
    put([told(wang, sms=True)], now=NOON)
    User.objects.update(email="")
    box = LetterBox()
    deliver(clock=Clock(NOON), carrier=Recording(), mail=box)
    assert box.sent == []
    assert (by_mail().state, by_mail().last_error) == (DeliveryState.DROPPED, DropReason.NO_ADDRESS)


def test_addresses_cost_no_statement_more() -> None:
    counts = []
    for amount, email in ((1, ""), (40, "a@example.org")):
        people = [person(email=email) for _ in range(amount)]
        with CaptureQueriesContext(connection) as queries:
            put([told(who, sms=True) for who in people], now=NOON)
        counts.append(len(queries))
    assert counts[0] == counts[1]
