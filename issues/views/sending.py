"""One form of a resident on one matter: shown, sent, and shown again with what is in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.submission import once
from accounts.forms.submission import SubmissionMixin
from accounts.models import User
from accounts.queries.owner import owner_of
from grids.middleware import standing_in
from issues.addresses import address_of_issue
from issues.enums import Act
from issues.errors import Refused, Stale
from issues.models import Issue
from issues.presentation.matter import title_of
from issues.presentation.page import changes_since
from issues.presentation.spoken import spoken_number
from issues.presentation.timeline import last_number
from issues.queries.page import IssuePage
from issues.rules import offered
from issues.views.opening import page_or_404

IN_THE_WAY = 422
MOVED_ON = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """`do` acts and returns where it leads; a second sending is answered as the first was."""

    request: HttpRequest
    issue: Issue
    person: User
    act: Act
    form: SubmissionMixin
    template: str
    do: Callable[[], str]
    thanks: str

    def answer(self) -> HttpResponse:
        if self.request.method != "POST":
            return self._show()
        if not self.form.is_valid():
            return self._again(IN_THE_WAY)
        owner, key = owner_of(self.request), self.form.submission_key
        try:
            address = once(key, owner=owner, user=self.person, act=self.do)
        except Refused as refused:
            self.form.add_error(refused.field or None, str(refused.message))
            return self._again(MOVED_ON if isinstance(refused, Stale) else IN_THE_WAY)
        messages.success(self.request, self.thanks)
        return redirect(address)

    def _show(self) -> HttpResponse:
        page = page_or_404(self.request, self.issue.reference)
        if not offered(self.act, standing_in(self.request), page.facts):
            done = _("There is nothing left to do here. This is how it stands.")
            messages.info(self.request, done)
            return redirect(address_of_issue(self.issue))
        return self._render(page, [], 200)

    def _again(self, status: int) -> HttpResponse:
        """With everything typed, and on a stale page with what changed since it was drawn."""
        standing, now = standing_in(self.request), timezone.now()
        page = page_or_404(self.request, self.issue.reference)
        seen = self.form.cleaned_data.get("entry")
        changes = []
        if status == MOVED_ON and seen is not None:
            changes = changes_since(page, standing, now, entry=seen)
        return self._render(page, changes, status)

    def _render(self, page: IssuePage, changes: list[dict[str, Any]], status: int) -> HttpResponse:
        issue = page.issue
        context = {
            "issue": issue,
            "form": self.form,
            "matter_title": title_of(issue, inside=issue.reporter_id == self.person.pk),
            "spoken": spoken_number(issue),
            "back": address_of_issue(issue),
            "version": issue.version,
            "entry": last_number(page.entries),
            "changes": changes,
            # What was typed is kept to copy; a button would only lead to the same refusal.
            "over": not offered(self.act, standing_in(self.request), page.facts),
        }
        return render(self.request, self.template, context, status=status)
