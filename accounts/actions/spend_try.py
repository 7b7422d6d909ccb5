"""Count one try at a code before looking whether it is right."""

from django.db.models import F

from accounts.models import SentCode, User


def spend_try(sending_id: int, *, actor: User | None, most: int) -> bool:
    """False if `most` tries were made already, even if many come at the same moment."""
    untried = SentCode.objects.filter(pk=sending_id, tries__lt=most)
    return untried.update(tries=F("tries") + 1) == 1
