"""No e-mail at all: the pages don't ask for an address then."""

from accounts.carriers.base import CarrierFailed, EmailCarrier


class NoMailCarrier(EmailCarrier):
    """The default where no mail server is named. What waits from earlier fails visibly."""

    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        raise CarrierFailed("No mail server is set.")
