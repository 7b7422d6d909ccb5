"""Read the posts that a person holds at one moment."""

from datetime import datetime

from django.db.models import DateField
from django.utils import timezone

from accounts.models import User
from accounts.queries.prepared import Given, PreparedQuery, given_key
from grids.models import Posting
from grids.standing import VISITOR, Post, Standing


def standing_of(user: User | None, *, now: datetime) -> Standing:
    """Read the postings of `user` that are in force at `now`: one query, none for a visitor."""
    if user is None or not user.is_authenticated or not user.is_active:
        return VISITOR
    postings = _postings(user=user.pk, day=timezone.localdate(now))
    return Standing(
        user_id=user.pk,
        posts=tuple(Post(p.role, p.body_id, p.body.kind, p.body.path) for p in postings),
    )


_postings = PreparedQuery(
    lambda: (
        Posting.objects.active_on(Given("day", DateField()))
        .filter(user=given_key("user"))
        .select_related("body")
    )
)
