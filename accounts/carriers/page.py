"""Carriers of the demo, which show messages on a page instead of sending them."""

from accounts.actions.keep_message import keep_mail, keep_message
from accounts.carriers.base import EmailCarrier, SmsCarrier


class PageCarrier(SmsCarrier):
    """Anybody may read /demo/sms/, so this carrier is for invented people only."""

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        keep_message(phone, text=text, purpose=purpose, actor=None)


class PageMailCarrier(EmailCarrier):
    """As `PageCarrier`, on the same page."""

    def send(self, address: str, subject: str, text: str, *, purpose: str) -> None:
        keep_mail(address, subject=subject, text=text, purpose=purpose, actor=None)
