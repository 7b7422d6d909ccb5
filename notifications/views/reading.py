"""A notice as its reader sees it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.timezone import localdate

from accounts.models import User
from notifications.models import Notice
from notifications.rendering import render_or_apologise


@dataclass(frozen=True)
class Shown:
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


def shown(notice: Notice) -> Shown:
    """In the active language: the reader's, whatever it was when the message was sent."""
    words = render_or_apologise(notice.kind, notice.version, notice.parameters)
    return Shown(
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
