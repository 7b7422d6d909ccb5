"""Find matters about which a message did not reach the reporter."""

from django.db.models import Exists

from notifications.queries.unreached import unreached


def reporter_unreached() -> Exists:
    """For filtering and annotating issues."""
    return unreached(subject="uid", recipient="reporter")
