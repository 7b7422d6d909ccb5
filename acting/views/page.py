"""What the driver asks of the page of an act."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme

from acting.actions.once import LONGEST_RESULT
from acting.forms.act import ActForm
from acting.refusals import NotOpen


class ActPage(ABC):
    """One act on one thing for one request. `drive` calls these from top to bottom.

    Nothing is known of the thing before `open`, which may be called again to read it as it is now.
    """

    # What is said where the thing is not open to the person: nothing of it, not even that it is.
    lost: ClassVar[str | Promise]

    def __init__(self, request: HttpRequest, form_class: type[ActForm]) -> None:
        self.request = request
        self.form_class = form_class

    @cached_property
    def came_from(self) -> str:
        """The page that the form says it was opened from; empty where it says none of ours."""
        return next_of(self.request)

    @abstractmethod
    def open(self) -> None:
        """Read the thing, for the person who asks. Raises Http404 or PermissionDenied."""

    @property
    @abstractmethod
    def closed(self) -> NotOpen | None:
        """Why the act is not, or no longer, the person's to do on the thing; None where it is."""

    @abstractmethod
    def form(
        self, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
    ) -> ActForm:
        """Unbound without `data`."""

    @abstractmethod
    def form_again(self, sent: ActForm) -> ActForm:
        """What was sent, on the thing as it is now: one press more does it."""

    @abstractmethod
    def perform(self, form: ActForm) -> str:
        """Do it; the address that it leads to. Raises Refused."""

    @abstractmethod
    def draw(
        self, form: ActForm, *, status: int = 200, changes: list[dict[str, Any]] | None = None
    ) -> HttpResponse:
        """`changes` are what others did since the page was shown that the form was sent from."""

    @property
    @abstractmethod
    def is_offered(self) -> bool:
        """There is something to be done here: the act is open, and it is not done already."""

    @abstractmethod
    def draw_nothing_to_do(self) -> HttpResponse:
        """Where the form is asked for and the act is not offered."""

    @abstractmethod
    def changes_since(self, entry: int | None) -> list[dict[str, Any]]:
        """What was recorded after the entry of that number; the last few where none is known."""

    @property
    @abstractmethod
    def back(self) -> str:
        """Where the person came from; known before `open` too."""


def next_of(request: HttpRequest) -> str:
    """Where the form came from, if that is a page of ours."""
    path = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        path, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return path if ours and path.startswith("/") and len(path) <= LONGEST_RESULT else ""
