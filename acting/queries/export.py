"""Which forms a person sent, for the export of their data."""

from accounts.models import User
from acting.models import Submission
from acting.queries.submission import alike_owner


def sendings_of(user: User) -> list[dict[str, str]]:
    """Plain values, ready for JSON; times are ISO 8601 with their zone."""
    sent = Submission.objects.filter(user=user).exclude(owner__startswith=alike_owner(""))
    rows = sent.order_by("created_at", "pk")
    return [{"at": row.created_at.isoformat(), "led_to": row.result} for row in rows]
