"""“I have told them”: a worker says so after a message to the resident failed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import User
from acting.actions.once import once
from acting.forms.submission import SubmissionMixin
from acting.queries.owner import owner_of
from acting.views.page import next_of
from issues.actions.tell_in_person import tell_in_person
from issues.addresses import address_of_issue
from issues.refusals import NotYours
from issues.views.opening import issue_or_404


@require_POST
@login_required
def told(request: HttpRequest, reference: str) -> HttpResponse:
    """404 if they may not open the issue, 403 if they may only read it."""
    person, issue = request.user, issue_or_404(request, reference)
    assert isinstance(person, User)
    back = next_of(request) or address_of_issue(issue)
    form = SubmissionMixin(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.non_field_errors()[0]))
        return redirect(back)

    def act() -> str:
        tell_in_person(issue, actor=person, now=timezone.now())
        return back

    try:
        address = once(
            form.submission_key,
            form=request.path,
            owner=owner_of(request),
            user=person,
            act=act,
        )
    except NotYours as refused:
        raise PermissionDenied from refused
    messages.success(request, _("Noted: the resident knows."))
    return redirect(address)
