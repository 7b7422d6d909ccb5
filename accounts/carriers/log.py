"""Sends nothing: says in the log that something would have been sent."""

import logging

from accounts.carriers.base import SmsCarrier
from accounts.phones import mask

logger = logging.getLogger(__name__)


class LogCarrier(SmsCarrier):
    """The default outside the demo, until a real carrier is named. Logs no number and no text."""

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        logger.warning(
            "No SMS carrier is set: a message (%s, %d characters) to %s was not sent.",
            purpose,
            len(text),
            mask(phone),
        )
