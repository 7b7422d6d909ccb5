"""Empty the outbox of what is due."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from accounts.carriers import SmsCarrier, sms_carrier
from notifications.actions.claim import claim, release
from notifications.actions.send import Sending, send
from notifications.models import Delivery
from notifications.queries.clock import database_now

# A run ends some time; the next minute's goes on where it stopped.
BATCHES = 50
# A carrier that failed this often in a row is down: the rest waits for the next run.
FAULTS_IN_A_ROW = 3


def deliver(
    *, clock: Callable[[], datetime] = database_now, carrier: SmsCarrier | None = None
) -> Counter[Sending]:
    """Send what is due, batch by batch, and say how it went.

    Any number may run at once. At least once, not exactly once: what was handed to the carrier
    by a process that died before writing it down is sent again when its lease has run out.
    """
    carrier = carrier or sms_carrier()
    tally: Counter[Sending] = Counter()
    for _ in range(BATCHES):
        held = claim(now=clock())
        if not held or not _send_all(held, carrier=carrier, clock=clock, tally=tally):
            break
    return tally


def _send_all(
    held: list[Delivery],
    *,
    carrier: SmsCarrier,
    clock: Callable[[], datetime],
    tally: Counter[Sending],
) -> bool:
    """False if the carrier seems to be down; what was not tried is given back then."""
    faults = 0
    for position, delivery in enumerate(held):
        outcome = send(delivery, carrier=carrier, now=clock())
        tally[outcome] += 1
        faults = faults + 1 if outcome is Sending.CARRIER_FAULT else 0
        if faults >= FAULTS_IN_A_ROW:
            release(held[position + 1 :])
            return False
    return True
