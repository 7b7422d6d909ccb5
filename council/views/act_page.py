"""The page of an act on something of the council, whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acting.forms.act import ActForm
from acting.refusals import NotOpen
from acting.views.drive import drive
from acting.views.page import ActPage
from council.facts.viewer import Viewer
from council.forms.base import ActContext, CouncilActForm, Subject
from council.presentation.judged import judged_of
from council.presentation.record import changes_of
from council.queries.viewer import viewer_of
from grids.middleware import standing_in
from ledger.queries.timeline import length

# The thing as the viewer may have it; None where it is not theirs to open.
Read = Callable[[Viewer, datetime], Subject | None]


def drive_act(
    request: HttpRequest, forms: Mapping[str, type[CouncilActForm]], act: str, read: Read
) -> HttpResponse:
    """The page of one of `forms`, by the name of its act in the address."""
    form_class = forms.get(act)
    if form_class is None:
        raise Http404
    return drive(CouncilActPage(request, form_class, read))


class CouncilActPage(ActPage):
    """The thing is read anew at each `open`, for the person who asks."""

    lost = gettext_lazy("This is not open to you any more.")
    home = "/councils/"
    template = "council/act.html"
    form_class: type[CouncilActForm]
    subject: Subject
    viewer: Viewer

    def __init__(self, request: HttpRequest, form_class: type[CouncilActForm], read: Read) -> None:
        super().__init__(request, form_class)
        self.read = read

    def open(self) -> None:
        self.now = timezone.now()
        self.viewer = viewer_of(standing_in(self.request), now=self.now)
        subject = self.read(self.viewer, self.now)
        if subject is None:
            raise Http404
        self.subject = subject
        self.last_entry = length(subject.stream)
        self.context = ActContext(
            subject=subject, person=self.person, viewer=self.viewer, now=self.now
        )

    @property
    def version(self) -> int:
        return self.subject.version

    @property
    def address(self) -> str:
        subject = getattr(self, "subject", None)
        return "" if subject is None else subject.address

    @property
    def closed(self) -> NotOpen | None:
        return self.subject.closed(self.form_class.act)

    @property
    def is_offered(self) -> bool:
        return self.subject.offers(self.form_class.act)

    def perform(self, form: ActForm) -> str:
        assert isinstance(form, CouncilActForm)
        address = form.perform()
        return self.came_from or address

    def draw(
        self, form: ActForm, *, status: int = 200, changes: list[dict[str, Any]] | None = None
    ) -> HttpResponse:
        context = {
            "form": form,
            "title": self.form_class.title,
            "subject": self.subject,
            "judged": judged_of(self.subject, self.now),
            "changes": changes,
            "back": self.back,
        }
        return render(self.request, self.template, context, status=status)

    def draw_nothing_to_do(self) -> HttpResponse:
        closed = self.closed
        there_is_nothing = _("There is nothing left to do here. This is how it stands.")
        messages.info(self.request, str(closed.message) if closed else there_is_nothing)
        return redirect(self.subject.address)

    def changes_since(self, entry: int | None) -> list[dict[str, Any]]:
        return changes_of(self.subject.stream, after=entry, now=self.now)
