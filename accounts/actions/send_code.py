"""Send a one-time code to a number, as often as is decent."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.carriers import sms_carrier
from accounts.models import SentCode, User
from accounts.rules import DAY, CodeLimits, daily_codes_used_up, seconds_until_next_code


class CodeTooSoon(Exception):
    """The number got a code less than the cooldown ago; `seconds` are left."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds


class CodesUsedUp(Exception):
    """The number got its codes of the day."""


def send_code(phone: str, *, code: str, actor: User | None, now: datetime) -> SentCode:
    """Text `code` to `phone`; raises CodeTooSoon, CodesUsedUp or CarrierFailed.

    The limits are counted in the database: a flushed cache must not open the gate. A sending
    that the carrier refused does not count.
    """
    sending = _reserve(phone, now=now)
    try:
        sms_carrier().send(phone, _text(code), purpose="code")
    except BaseException:
        sending.delete()
        raise
    return sending


@transaction.atomic
def _reserve(phone: str, *, now: datetime) -> SentCode:
    """Count a sending before it is made, so that two requests at once send one code."""
    digest = salted_hmac("accounts.sent_code", phone, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [digest])
    recent = SentCode.objects.filter(number_digest=digest, sent_at__gt=now - DAY)
    sent = list(recent.values_list("sent_at", flat=True))
    limits = CodeLimits(
        cooldown=timedelta(seconds=settings.SIGN_IN_CODE_COOLDOWN_SECONDS),
        per_day=settings.SIGN_IN_CODES_PER_DAY,
    )
    if daily_codes_used_up(sent, limits=limits, now=now):
        raise CodesUsedUp
    if seconds := seconds_until_next_code(sent, limits=limits, now=now):
        raise CodeTooSoon(seconds)
    return SentCode.objects.create(number_digest=digest, sent_at=now)


def _text(code: str) -> str:
    return _(
        "[Pavilion] Your sign-in code is {code}. It is good for {minutes} minutes. "
        "Tell it to nobody, not even to staff."
    ).format(code=code, minutes=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60)
