"""Empty the outbox of what is due."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from accounts.carriers import EmailCarrier, SmsCarrier, email_carrier, sms_carrier
from notifications.actions.claim import claim, release
from notifications.actions.hand_over import Carriers
from notifications.actions.send import Sending, send
from notifications.models import Delivery
from notifications.queries.clock import database_now

# A run ends some time; the next minute's goes on where it stopped.
BATCHES = 50
# A carrier that failed this often in a row is down: its rest waits for the next run.
FAULTS_IN_A_ROW = 3


def deliver(
    *,
    clock: Callable[[], datetime] = database_now,
    carrier: SmsCarrier | None = None,
    mail: EmailCarrier | None = None,
) -> Counter[Sending]:
    """Send what is due, batch by batch, and say how it went.

    Any number may run at once. At least once, not exactly once: what was handed to the carrier
    by a process that died before writing it down is sent again when its lease has run out.
    """
    carriers = Carriers(sms=carrier or sms_carrier(), email=mail or email_carrier())
    tally: Counter[Sending] = Counter()
    down: set[str] = set()
    for _ in range(BATCHES):
        held = claim(now=clock(), without=down)
        if not held:
            break
        _send_all(held, carriers=carriers, clock=clock, tally=tally, down=down)
    return tally


def _send_all(
    held: list[Delivery],
    *,
    carriers: Carriers,
    clock: Callable[[], datetime],
    tally: Counter[Sending],
    down: set[str],
) -> None:
    """Note in `down` whose carrier seems to be down; what was not tried is given back then."""
    faults: Counter[str] = Counter()
    for delivery in held:
        if delivery.channel in down:
            release([delivery])
            continue
        outcome = send(delivery, carriers=carriers, now=clock())
        tally[outcome] += 1
        is_fault = outcome is Sending.CARRIER_FAULT
        faults[delivery.channel] = faults[delivery.channel] + 1 if is_fault else 0
        if faults[delivery.channel] >= FAULTS_IN_A_ROW:
            down.add(delivery.channel)
