"""Questions about codes that were sent."""

from datetime import datetime

from django.utils.crypto import salted_hmac

from accounts.enums import USED
from accounts.models import SentCode
from accounts.rules import DAY


def session_begun_by(sending_id: int) -> str:
    """The key of the session that a used code began; "" if it began none."""
    found = SentCode.objects.filter(pk=sending_id, tries=USED)
    return found.values_list("code_digest", flat=True).first() or ""


def tries_of(sending_id: int) -> int:
    found = SentCode.objects.filter(pk=sending_id).values_list("tries", flat=True).first()
    return found or 0


def sent_by_strangers(phone: str, *, now: datetime) -> int:
    """How many codes all strangers had sent to `phone` within a day, the newest included."""
    asked = SentCode.objects.filter(to_number=digest_of(phone), sent_at__gt=now - DAY)
    return asked.count()


def digest_of(target: str) -> str:
    """Of a number, an address, or who asks: as it is counted."""
    return salted_hmac("accounts.sent_code", target, algorithm="sha256").hexdigest()
