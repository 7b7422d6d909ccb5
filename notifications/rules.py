"""When a message may go out, and when a failed one is tried again."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from notifications.enums import Channel

SHANGHAI = ZoneInfo("Asia/Shanghai")
QUIET_FROM = time(21, 0)
QUIET_UNTIL = time(8, 0)

# Whoever moves a sitting three times over sends one message.
SETTLING = timedelta(minutes=5)

ATTEMPTS = 8
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


def is_quiet(moment: datetime) -> bool:
    """True from 21:00 up to, and not including, 08:00 in Shanghai."""
    clock = moment.astimezone(SHANGHAI).time()
    return clock >= QUIET_FROM or clock < QUIET_UNTIL


def allowed_from(moment: datetime, *, channel: str, urgent: bool) -> datetime:
    """The first moment from `moment` on when it may be sent; e-mail wakes nobody, so at once."""
    if urgent or channel != Channel.SMS or not is_quiet(moment):
        return moment
    local = moment.astimezone(SHANGHAI)
    day = local.date() + timedelta(days=1 if local.time() >= QUIET_FROM else 0)
    return datetime.combine(day, QUIET_UNTIL, tzinfo=SHANGHAI)


def wait_after(attempts: int, *, chance: float) -> timedelta:
    """Pause after the failed attempt number `attempts` (from 1), doubling up to an hour.

    `chance` in [0, 1) spreads the pauses between half of that and the whole, so that messages
    which failed together don't come back together.
    """
    doublings = min(attempts - 1, ATTEMPTS)
    whole = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    return whole * (0.5 + chance / 2)


def is_given_up(attempts: int) -> bool:
    return attempts >= ATTEMPTS
