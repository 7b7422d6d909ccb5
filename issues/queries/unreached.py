"""Matters whose reporter a message did not reach."""

from django.db.models import Exists

from notifications.queries.unreached import unreached


def reporter_unreached() -> Exists:
    """A condition on issues, and an annotation of them."""
    return unreached(subject="uid", recipient="reporter")
