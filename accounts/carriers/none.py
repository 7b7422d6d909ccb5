"""No e-mail at all; pages then ask for no address."""

from accounts.carriers.base import CarrierFailed, EmailCarrier


class NoMailCarrier(EmailCarrier):
    """The default without a mail server. Mails that still wait from earlier fail visibly."""

    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        raise CarrierFailed("No mail server is set.")
