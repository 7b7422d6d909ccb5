"""Empty the outbox of what is due."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from accounts.carriers import EmailCarrier, SmsCarrier, email_carrier, sms_carrier
from accounts.queries.clock import database_now
from notifications.actions.claim import claim, release
from notifications.actions.hand_over import Carriers
from notifications.actions.send import Sending, send
from notifications.models import Delivery

# Batches of one run; the next run, a minute later, continues where this one stopped.
BATCHES = 50
# After this many faults in a row a carrier counts as down: its other messages wait for a later run.
FAULTS_IN_A_ROW = 3


def deliver(
    *,
    clock: Callable[[], datetime] = database_now,
    carrier: SmsCarrier | None = None,
    mail: EmailCarrier | None = None,
) -> Counter[Sending]:
    """Send what is due, batch by batch, and say how it went.

    Any number may run at once. A message is sent at least once, not exactly once: if a process
    dies between sending and writing it down, the message is sent again after its lease.
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
    """Send `held`; note in `down` whose carrier seems down, and give back what wasn't tried."""
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
