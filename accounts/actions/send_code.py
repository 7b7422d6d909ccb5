"""Send a one-time code to a number, within limits."""

from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.actions.reserve_sending import reserve_sending
from accounts.carriers import sms_carrier
from accounts.models import SentCode, User


def send_code(phone: str, *, code: str, actor: User | None, now: datetime) -> SentCode:
    """Text `code` to `phone`; raises CodeTooSoon, CodesUsedUp or CarrierFailed.

    If the carrier refuses, the sending does not count.
    """
    sending = reserve_sending(phone, actor=actor, now=now)
    try:
        sms_carrier().send(phone, _text(code), purpose="code")
    except BaseException:
        sending.delete()
        raise
    return sending


def _text(code: str) -> str:
    return _(
        "[Pavilion] Your sign-in code is {code}. It is good for {minutes} minutes. "
        "Tell it to nobody, not even to staff."
    ).format(code=code, minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60)
