from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import override_settings

from accounts.models import LocalMessage


def tried(to: str) -> str:
    out = StringIO()
    call_command("try_carrier", to, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_a_carrier_is_tried_with_one_message() -> None:
    assert "took it" in tried("138 0013 8000")
    assert LocalMessage.objects.get().phone == "+8613800138000"


def test_mail_is_tried_by_an_address() -> None:
    with override_settings(EMAIL_CARRIER="accounts.carriers.mail.DjangoMailCarrier"):
        assert "took it" in tried("wang@example.cn")
    assert [one.to for one in mail.outbox] == [["wang@example.cn"]]


def test_where_none_is_set_it_says_so() -> None:
    with (
        override_settings(SMS_CARRIER="accounts.carriers.log.LogCarrier"),
        pytest.raises(CommandError, match=r"did not take it.*SMS_GATEWAY_URL"),
    ):
        tried("13800138000")
    with pytest.raises(CommandError, match="no mobile number"):
        tried("12345")
