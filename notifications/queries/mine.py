"""A person's own notices, newest first by the moment of the act, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, Subquery
from django.http import Http404

from accounts.models import User
from notifications.models import Notice

PAGE = 20


@dataclass(frozen=True)
class NoticePage:
    notices: Sequence[Notice]
    # The highest id among all the person's notices, shown here or not; None if there are none.
    newest: int | None
    # Where the next page begins: notices older than this one; None at the end.
    older_than: int | None


def notices_of(user: User, *, before: int | None = None) -> NoticePage:
    """The `PAGE` newest notices of `user`, older than the notice `before` if given."""
    mine = Notice.objects.filter(recipient=user)
    written_last = Subquery(mine.order_by("-id").values("id")[:1])
    rows = mine.annotate(written_last=written_last).order_by("-created_at", "-id")
    if before is not None:
        rows = rows.filter(_older_than(user, before))
    found = list(rows[: PAGE + 1])
    shown = found[:PAGE]
    return NoticePage(
        notices=shown,
        newest=shown[0].written_last if shown else None,
        older_than=shown[-1].pk if len(found) > PAGE else None,
    )


def _older_than(user: User, number: int) -> Q:
    told_at = Notice.objects.filter(recipient=user, pk=number).values_list("created_at", flat=True)
    moment = told_at.first()
    if moment is None:
        return Q(pk__in=[])
    return Q(created_at__lt=moment) | Q(created_at=moment, pk__lt=number)


def get_notice_of(user: User, number: int) -> Notice:
    """One notice of `user`. Raises Notice.DoesNotExist for somebody else's."""
    notice = Notice.objects.filter(recipient=user, pk=number).first()
    if notice is None:
        raise Http404
    return notice
