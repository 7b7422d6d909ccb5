"""The interface of carriers. To use your own, subclass one and name it in the settings."""

from abc import ABC, abstractmethod


class CarrierFailed(Exception):
    """The message was not taken and may be tried again. Its text never names number or words.

    What the gateway answered may name them: `answer` is for the screen of whoever tries it alone.
    """

    def __init__(self, reason: str, *, answer: str = "") -> None:
        super().__init__(reason)
        self.answer = answer


class SmsCarrier(ABC):
    @abstractmethod
    def send(self, phone: str, text: str, *, purpose: str) -> None:
        """Hand over one message to an E.164 number, or raise CarrierFailed.

        `purpose` is "code" for sign-in, "notice" for what happened to a matter, "link" for
        one-time links; a carrier may choose its route or template by it.
        """


class EmailCarrier(ABC):
    @abstractmethod
    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        """Hand over one plain-text mail, or raise CarrierFailed."""
