"""What `drive` needs to know from the page of an act."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise

from accounts.models import User
from accounts.own_paths import own_path
from acting.actions.once import LONGEST_RESULT
from acting.forms.act import ActForm
from acting.refusals import NotOpen


class ActPage(ABC):
    """One act on one thing, for one request. `drive` calls the methods from top to bottom.

    Before `open` nothing is known about the thing. Calling `open` again reads it anew.
    """

    # Said if the person may not see the thing: it must not reveal even that the thing exists.
    lost: ClassVar[str | Promise]
    # Where a page leads back to if nothing is known of the thing.
    home: ClassVar[str] = "/"
    # What the form has before it, and how many entries its record has; known once it is open.
    context: Any
    last_entry: int

    def __init__(self, request: HttpRequest, form_class: type[ActForm]) -> None:
        self.request = request
        self.form_class = form_class

    @cached_property
    def came_from(self) -> str:
        """The path from which the form was opened, as the form says; "" if it isn't ours."""
        return next_of(self.request)

    @abstractmethod
    def open(self) -> None:
        """Read the thing for the person who asks. Raises Http404 or PermissionDenied."""

    @property
    @abstractmethod
    def closed(self) -> NotOpen | None:
        """Why the person may not, or no longer, do the act on the thing; None if they may."""

    @property
    @abstractmethod
    def version(self) -> int:
        """That of the thing, as it is read."""

    @property
    @abstractmethod
    def address(self) -> str:
        """That of the thing; "" before `open`."""

    @property
    def person(self) -> User:
        user = self.request.user
        assert isinstance(user, User)
        return user

    def form(
        self, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
    ) -> ActForm:
        """The form of the act, unbound without `data`."""
        initial = self.form_class.initial_of(self.request.GET)
        form = self.form_class(data, files, context=self.context, initial=initial)
        form.shows(version=self.version, entry=self.last_entry)
        return form

    def form_again(self, sent: ActForm) -> ActForm:
        """The form with what was sent, for the thing as it is now: one more press sends it."""
        data = sent.sent_again(version=self.version, entry=self.last_entry)
        for name, value in sent.drawn_afresh(self.context).items():
            data[name] = value
        form = self.form(data)
        # Before drawing, since what was found is shown above the fields.
        form.full_clean()
        return form

    @abstractmethod
    def perform(self, form: ActForm) -> str:
        """Do the act and return the address that it leads to. Raises Refused."""

    @abstractmethod
    def draw(
        self, form: ActForm, *, status: int = 200, changes: list[dict[str, Any]] | None = None
    ) -> HttpResponse:
        """Draw the page; `changes` are what others did since the form's page was shown."""

    @property
    @abstractmethod
    def is_offered(self) -> bool:
        """Whether the act is open to the person and not already done."""

    @abstractmethod
    def draw_nothing_to_do(self) -> HttpResponse:
        """The answer to someone who asks for the form while the act is not offered."""

    @abstractmethod
    def changes_since(self, entry: int | None) -> list[dict[str, Any]]:
        """What was recorded after the entry numbered `entry`; for None, the last few entries."""

    @property
    def back(self) -> str:
        """The address to go back to; available before `open` too."""
        return self.came_from or self.address or self.home


def next_of(request: HttpRequest) -> str:
    """The path in the request's `next`, if it is a page of ours; otherwise ""."""
    path = own_path(request.POST.get("next") or request.GET.get("next") or "", request)
    return path if len(path) <= LONGEST_RESULT else ""
