"""Count the sending of a code before it happens, and refuse too many."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction

from accounts.asking import Asking
from accounts.models import SentCode, User
from accounts.queries.sent_code import digest_of
from accounts.rules import DAY, CodeLimits, daily_codes_used_up, seconds_until_next_code


class CodeTooSoon(Exception):
    """The last code was sent a moment ago; `seconds` are left to wait.

    `own` is that sending if the same browser asked for the same thing: a doubled click.
    """

    def __init__(self, seconds: int, *, own: SentCode | None = None) -> None:
        super().__init__()
        self.seconds = seconds
        self.own = own


class CodesUsedUp(Exception):
    """No more codes may be sent today."""


@transaction.atomic
def reserve_sending(
    target: str, *, asking: Asking, actor: User | None, now: datetime, to_number: str = ""
) -> SentCode:
    """Of two requests at once, one may send. `target` is a number, an address, or who asks.

    `to_number` is the number where strangers ask, of whom all together are counted as well.
    The database counts, since a cache can be flushed. Raises CodeTooSoon or CodesUsedUp.
    """
    digest = digest_of(target)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [digest])
    recent = SentCode.objects.filter(number_digest=digest, sent_at__gt=now - DAY)
    sendings = list(recent.order_by("sent_at"))
    sent = [sending.sent_at for sending in sendings]
    limits = CodeLimits(
        cooldown=timedelta(seconds=settings.SIGN_IN_CODE_COOLDOWN_SECONDS),
        per_day=settings.SIGN_IN_CODES_PER_DAY,
    )
    seconds = seconds_until_next_code(sent, limits=limits, now=now)
    own = sendings[-1] if seconds and asking.by and sendings[-1].asked_by == asking.by else None
    # A doubled click on the day's last code is a doubled click all the same.
    if own is None and daily_codes_used_up(sent, limits=limits, now=now):
        raise CodesUsedUp
    if seconds:
        raise CodeTooSoon(seconds, own=own)
    return SentCode.objects.create(
        number_digest=digest,
        sent_at=now,
        asked_by=asking.by,
        code_digest=asking.code,
        to_number=digest_of(to_number) if to_number else "",
    )
