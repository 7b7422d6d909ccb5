"""The posts in force, read with the person of each request."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from accounts.with_person import TODAY
from grids.models import Posting


def posts_now() -> ArraySubquery:
    """Their keys, today in Asia/Shanghai: one look into the index of a person's postings."""
    held = Posting.objects.active_on(TODAY).filter(user=OuterRef("pk"))
    return ArraySubquery(held.order_by("pk").values("pk"))
