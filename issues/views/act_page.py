"""The pages of acts on an issue: of workers, also within a desk, and of residents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from acting.forms import act
from acting.refusals import NotOpen
from acting.views.page import ActPage
from grids.middleware import standing_in
from issues.acts import may, offered, stage_allows
from issues.addresses import address_of_issue
from issues.forms.acts import ActContext, ActForm
from issues.models import Issue
from issues.presentation.act_form import changes_of, resident_context, why_not, worker_context
from issues.presentation.reader import reader_of
from issues.queries.dossier import Dossier, dossier_of
from issues.refusals import NotYours, WrongStage


class IssueActPage(ActPage):
    """Each `open` reads the dossier anew, for the person who asks."""

    lost = gettext_lazy(
        "This matter is not open to you any more: it has moved on, or your post has ended."
    )
    form_class: type[ActForm]
    dossier: Dossier

    def __init__(self, request: HttpRequest, reference: str, form_class: type[ActForm]) -> None:
        super().__init__(request, form_class)
        self.reference = reference

    def open(self) -> None:
        standing = standing_in(self.request)
        try:
            self.dossier = dossier_of(self.reference, standing, now=timezone.now())
        except Issue.DoesNotExist as unknown:
            raise Http404 from unknown

    @property
    def closed(self) -> NotOpen | None:
        act, dossier = self.form_class.act, self.dossier
        if not may(act, dossier.standing, dossier.facts):
            return NotYours()
        return None if stage_allows(act, dossier.facts) else WrongStage()

    @property
    def is_offered(self) -> bool:
        return offered(self.form_class.act, self.dossier.standing, self.dossier.facts)

    def form(
        self, data: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
    ) -> ActForm:
        person = self.request.user
        assert isinstance(person, User)
        context = ActContext(dossier=self.dossier, person=person)
        initial = self.form_class.initial_of(self.request.GET)
        form = self.form_class(data, files, context=context, initial=initial)
        if data is None:
            form.shows(version=self.dossier.issue.version, entry=self.dossier.last_entry)
        return form

    def form_again(self, sent: act.ActForm) -> ActForm:
        dossier = self.dossier
        assert isinstance(sent, ActForm)
        data = sent.sent_again(version=dossier.issue.version, entry=dossier.last_entry)
        for name, value in sent.drawn_afresh(dossier).items():
            data[name] = value
        form = self.form(data)
        # Before drawing, since what was found is shown above the fields.
        form.full_clean()
        return form

    def perform(self, form: act.ActForm) -> str:
        assert isinstance(form, ActForm)
        # First do the act; where it leads is asked afterwards.
        issue = form.perform()
        return self.came_from or address_of_issue(issue, form.anchor)

    def changes_since(self, entry: int | None) -> list[dict[str, Any]]:
        return changes_of(self.dossier, after=entry)

    @property
    def back(self) -> str:
        if self.came_from:
            return self.came_from
        opened = getattr(self, "dossier", None)
        return "/" if opened is None else address_of_issue(opened.issue)


class WorkerActPage(IssueActPage):
    """404 if they may not open the issue, 403 if they may only read it."""

    def open(self) -> None:
        super().open()
        if not reader_of(self.dossier.standing, self.dossier.facts).works:
            raise PermissionDenied

    def draw(
        self, form: act.ActForm, *, status: int = 200, changes: list[dict[str, Any]] | None = None
    ) -> HttpResponse:
        return self._render(self.form_class.template_name_of_act, form, changes, status)

    def draw_nothing_to_do(self) -> HttpResponse:
        return self._render("issues/acts/gone.html", None, None, 409)

    def _render(
        self,
        template: str,
        form: act.ActForm | None,
        changes: list[dict[str, Any]] | None,
        status: int,
    ) -> HttpResponse:
        alone = bool(getattr(self.request, "htmx", False))
        context = {
            **worker_context(self.dossier, self.form_class.act, form),
            "title": self.form_class.title,
            "refusal": "" if form is not None else self._refusal(),
            "changes": changes,
            "next": self.came_from,
            "back": self.back,
            "alone": alone,
        }
        part = "#form" if alone else ""
        return render(self.request, f"{template}{part}", context, status=status)

    def _refusal(self) -> str:
        closed = self.closed
        return str(closed.message) if closed else why_not(self.dossier, self.form_class.act)


class ResidentActPage(IssueActPage):
    """404 if they may not see the issue, so they don't even learn that it exists."""

    lost = gettext_lazy("This matter is not open to you any more.")

    def draw(
        self, form: act.ActForm, *, status: int = 200, changes: list[dict[str, Any]] | None = None
    ) -> HttpResponse:
        context = {
            **resident_context(self.dossier, form),
            "changes": changes,
            "back": self.back,
        }
        return render(self.request, self.form_class.template_name_of_act, context, status=status)

    def draw_nothing_to_do(self) -> HttpResponse:
        messages.info(self.request, _("There is nothing left to do here. This is how it stands."))
        return redirect(address_of_issue(self.dossier.issue))
