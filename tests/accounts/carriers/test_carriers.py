import logging
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from pytest_django import Settings

from accounts.carriers import CarrierFailed, email_carrier, email_is_carried, sms_carrier
from accounts.carriers.log import LogCarrier
from accounts.carriers.mail import DjangoMailCarrier
from accounts.carriers.page import PageCarrier, PageMailCarrier
from accounts.models import LocalMessage

TEXT = "Your sign-in code is 654321."


class BrokenBackend(BaseEmailBackend):
    """A mail server that hangs up."""

    def send_messages(self, email_messages: object) -> int:
        raise SMTPServerDisconnected("to person@example.org")


def test_the_settings_name_the_carrier(settings: Settings) -> None:
    settings.SMS_CARRIER = "accounts.carriers.log.LogCarrier"

    assert isinstance(sms_carrier(), LogCarrier)


def test_the_log_says_that_a_message_was_not_sent_but_not_what_or_to_whom(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(CarrierFailed):
        LogCarrier().send("+8613812345678", TEXT, purpose="code")

    assert "was not sent" in caplog.text
    assert "138****5678" in caplog.text
    assert "13812345678" not in caplog.text
    assert "654321" not in caplog.text


@pytest.mark.django_db
def test_the_page_keeps_the_message_and_finds_its_code() -> None:
    PageCarrier().send("+8613812345678", TEXT, purpose="code")
    PageCarrier().send("+8613812345678", "Reference 123456", purpose="notice")

    code, notice = LocalMessage.objects.order_by("pk")
    assert (code.code, code.masked) == ("654321", "138****5678")
    assert notice.code == ""
    assert "12345678" not in str(code)


@pytest.mark.django_db
def test_the_page_keeps_a_mail_with_its_subject() -> None:
    PageMailCarrier().send("wang@example.org", "[Pavilion] Done", TEXT, purpose="code")

    (mail,) = LocalMessage.objects.all()
    assert (mail.masked, mail.subject, mail.code) == (
        "w***@example.org",
        "[Pavilion] Done",
        "654321",
    )
    assert "wang@" not in str(mail)


def test_without_a_mail_server_nothing_counts_as_sent(settings: Settings) -> None:
    settings.EMAIL_CARRIER = "accounts.carriers.none.NoMailCarrier"

    assert not email_is_carried()
    with pytest.raises(CarrierFailed):
        email_carrier().send("person@example.org", "Minutes", "Agreed.", purpose="notice")


@pytest.fixture
def _django_mail(settings: Settings) -> None:
    settings.EMAIL_CARRIER = "accounts.carriers.mail.DjangoMailCarrier"


@pytest.mark.usefixtures("_django_mail")
def test_a_mail_goes_out_by_djangos_backend() -> None:
    email_carrier().send("person@example.org", "Minutes", "Agreed.", purpose="notice")

    assert [message.subject for message in mail.outbox] == ["Minutes"]


@pytest.mark.usefixtures("_django_mail")
def test_a_mail_that_fails_says_so_without_the_address(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.BrokenBackend"

    with pytest.raises(CarrierFailed) as failure:
        email_carrier().send("person@example.org", "Minutes", "Agreed.", purpose="notice")

    assert "example.org" not in str(failure.value)


def test_an_address_that_no_letter_can_carry_is_a_failure_without_its_words() -> None:
    with pytest.raises(CarrierFailed) as failed:
        DjangoMailCarrier().send(f"wang@{'例' * 62}.com", "Code", TEXT, purpose="code")
    assert "wang" not in str(failed.value)
