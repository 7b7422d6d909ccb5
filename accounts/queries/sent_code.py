"""Questions about codes that were sent."""

from accounts.enums import USED
from accounts.models import SentCode


def session_begun_by(sending_id: int) -> str:
    """The key of the session that a used code began; "" if it began none."""
    found = SentCode.objects.filter(pk=sending_id, tries=USED)
    return found.values_list("code_digest", flat=True).first() or ""


def tries_of(sending_id: int) -> int:
    found = SentCode.objects.filter(pk=sending_id).values_list("tries", flat=True).first()
    return found or 0
