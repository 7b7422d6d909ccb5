"""Carriers to test with: real ones as far as the outbox can tell."""

from collections.abc import Callable
from datetime import datetime, timedelta

from accounts.carriers import CarrierFailed, EmailCarrier, SmsCarrier


class Recording(SmsCarrier):
    """Keeps what it was given."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.purposes: set[str] = set()

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        self.sent.append((phone, text))
        self.purposes.add(purpose)


class Dead(Recording):
    """Takes nothing, and complains with the number in its words, as real gateways do."""

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        super().send(phone, text, purpose=purpose)
        raise CarrierFailed(f"no route for {phone}: {text}") from ConnectionError()


class LetterBox(EmailCarrier):
    """Keeps the letters it was given."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str]] = []

    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        self.sent.append((address, subject, text))


class NoServer(LetterBox):
    """Takes nothing, and complains with the address in its words."""

    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        super().send(address, subject, text, purpose=purpose)
        raise CarrierFailed(f"no route for {address}") from TimeoutError()


class PowerCut(BaseException):
    """The process ends between the carrier's yes and our note of it."""


class Fatal(Recording):
    def send(self, phone: str, text: str, *, purpose: str) -> None:
        super().send(phone, text, purpose=purpose)
        raise PowerCut


class Calling(Recording):
    """Does something of the test's while the message is on its way."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self.then = then

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        super().send(phone, text, purpose=purpose)
        self.then()


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, time: timedelta) -> None:
        self.now += time
