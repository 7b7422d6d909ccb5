"""Shows messages on a page instead of sending them: the demo's phone."""

from accounts.actions.keep_message import keep_message
from accounts.carriers.base import SmsCarrier


class PageCarrier(SmsCarrier):
    """Anybody may read /demo/sms/, so this carrier is for invented people only."""

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        keep_message(phone, text=text, purpose=purpose, actor=None)
