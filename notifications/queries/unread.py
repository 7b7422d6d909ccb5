from accounts.models import User
from notifications.models import Notice

# The header says "99+"; counting further would read more of the index than anyone needs.
MOST = 100


def unread_count(user: User) -> int:
    """How many notices `user` has not read, at most 100; one probe of a partial index."""
    return Notice.objects.filter(recipient=user, read_at__isnull=True)[:MOST].count()
