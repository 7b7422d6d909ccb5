"""Notices as their reader sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.timezone import localdate

from accounts.models import User
from notifications.models import Notice
from notifications.rendering import Rendered, render_all


@dataclass(frozen=True)
class ShownNotice:
    number: int
    title: str
    body: str
    link: str
    urgent: bool
    unread: bool
    told_at: datetime

    @property
    def day(self) -> date:
        """The day in Shanghai under which it stands in the list."""
        return localdate(self.told_at)


def shown(notices: Sequence[Notice]) -> list[ShownNotice]:
    """In the active language: the reader's, whatever it was when the message was sent."""
    words = render_all([(one.kind, one.version, one.parameters) for one in notices])
    return [_shown(notice, said) for notice, said in zip(notices, words, strict=True)]


def _shown(notice: Notice, words: Rendered) -> ShownNotice:
    return ShownNotice(
        number=notice.pk,
        title=words.title,
        body=words.body,
        link=notice.link,
        urgent=notice.urgent,
        unread=notice.read_at is None,
        told_at=notice.created_at,
    )


def reader_of(request: HttpRequest) -> User:
    """The person signed in, behind `login_required`."""
    if not isinstance(request.user, User):
        raise TypeError("Notices belong to a person who is signed in.")
    return request.user
