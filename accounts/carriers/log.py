"""A carrier that sends nothing, and says so in the log and to its caller."""

import logging

from accounts.carriers.base import CarrierFailed, SmsCarrier
from accounts.phones import mask

logger = logging.getLogger(__name__)


class LogCarrier(SmsCarrier):
    """The default outside the demo, until a real carrier is named. Logs no number and no text.

    It always raises CarrierFailed, so that no message that reached nobody counts as sent.
    """

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        logger.warning(
            "No SMS carrier is set: a message (%s, %d characters) to %s was not sent.",
            purpose,
            len(text),
            mask(phone),
        )
        raise CarrierFailed("No SMS carrier is set: SMS_GATEWAY_URL names one.")
