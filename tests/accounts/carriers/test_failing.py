import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from accounts.carriers import CarrierFailed, SmsCarrier
from accounts.models import SentCode
from tests.accounts.walking import ask_for_code

pytestmark = pytest.mark.django_db


class NoRouteCarrier(SmsCarrier):
    def send(self, phone: str, text: str, *, purpose: str) -> None:
        raise CarrierFailed("no route")


def test_a_carrier_that_fails_costs_the_number_neither_time_nor_a_code(
    client: Client, settings: Settings
) -> None:
    working = settings.SMS_CARRIER
    settings.SMS_CARRIER = f"{__name__}.NoRouteCarrier"

    page = ask_for_code(client, "13800138000")

    assert page.status_code == 503
    assert 'value="13800138000"' in page.content.decode()
    assert not SentCode.objects.exists()
    settings.SMS_CARRIER = working
    assert ask_for_code(client, "13800138000").status_code == 302


def test_what_never_arrived_counts_against_no_number(client: Client, settings: Settings) -> None:
    working, settings.SIGN_IN_CODES_OF_STRANGERS_PER_DAY = settings.SMS_CARRIER, 2
    cache.clear()
    settings.SMS_CARRIER = f"{__name__}.NoRouteCarrier"
    assert [ask_for_code(client, "13800138001").status_code for _ in range(4)] == [503] * 4
    settings.SMS_CARRIER = working
    assert ask_for_code(client, "13800138001").status_code == 302
