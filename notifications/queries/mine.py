"""A person's own notices, newest first, a page at a time."""

from dataclasses import dataclass

from django.http import Http404

from accounts.models import User
from notifications.models import Notice

PAGE = 20


@dataclass(frozen=True)
class NoticePage:
    notices: list[Notice]
    # Where the next page begins: notices older than this one; None at the end.
    older_than: int | None


def notices_of(user: User, *, before: int | None = None) -> NoticePage:
    """The `PAGE` newest notices of `user`, older than the notice `before` if given."""
    rows = Notice.objects.filter(recipient=user).order_by("-id")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    return NoticePage(notices=shown, older_than=shown[-1].pk if len(found) > PAGE else None)


def get_notice_of(user: User, number: int) -> Notice:
    """One notice of `user`; somebody else's does not exist for them."""
    notice = Notice.objects.filter(recipient=user, pk=number).first()
    if notice is None:
        raise Http404
    return notice
