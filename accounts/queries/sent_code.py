"""Questions about codes that were sent."""

from accounts.models import SentCode


def tries_of(sending_id: int) -> int:
    found = SentCode.objects.filter(pk=sending_id).values_list("tries", flat=True).first()
    return found or 0
