"""The pages of acts on an issue: of workers, also within a desk, and of residents."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acting.forms import act
from acting.refusals import NotOpen
from acting.views.page import ActPage
from grids.middleware import standing_in
from issues.acts.table import offered, why_closed
from issues.addresses import address_of_issue
from issues.forms.acts import ActContext, ActForm
from issues.models import Issue
from issues.presentation.act_form import changes_of, resident_context, why_not, worker_context
from issues.presentation.reader import reader_of
from issues.queries.dossier import Dossier, dossier_of


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
        self.last_entry = self.dossier.last_entry
        self.context = ActContext(dossier=self.dossier, person=self.person)

    @property
    def version(self) -> int:
        return self.dossier.issue.version

    @property
    def address(self) -> str:
        opened = getattr(self, "dossier", None)
        return "" if opened is None else address_of_issue(opened.issue)

    @property
    def closed(self) -> NotOpen | None:
        return why_closed(self.form_class.act, self.dossier.standing, self.dossier.facts)

    @property
    def is_offered(self) -> bool:
        return offered(self.form_class.act, self.dossier.standing, self.dossier.facts)

    def perform(self, form: act.ActForm) -> str:
        assert isinstance(form, ActForm)
        # First do the act; where it leads is asked afterwards.
        issue = form.perform()
        return self.came_from or address_of_issue(issue, form.anchor)

    def changes_since(self, entry: int | None) -> list[dict[str, Any]]:
        return changes_of(self.dossier, after=entry)


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
            **resident_context(self.dossier, self.form_class.act, form),
            "changes": changes,
            "back": self.back,
        }
        return render(self.request, self.form_class.template_name_of_act, context, status=status)

    def draw_nothing_to_do(self) -> HttpResponse:
        messages.info(self.request, _("There is nothing left to do here. This is how it stands."))
        return redirect(address_of_issue(self.dossier.issue))
