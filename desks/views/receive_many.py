"""Take in many matters at once."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.models import User
from acting.actions.once import once
from acting.forms.submission import SubmissionMixin
from acting.queries.owner import owner_of
from desks.presentation.head import desk_path
from desks.queries.mine import get_desk
from desks.rules import DESK_KINDS
from grids.middleware import standing_in
from grids.models import Body
from issues.actions.receive_many import receive_many as take_in
from issues.models import Issue
from issues.queries.desk import held

MOST = 100


@require_POST
@login_required
def receive_many(request: HttpRequest, code: str) -> HttpResponse:
    user, now = request.user, timezone.now()
    assert isinstance(user, User)
    try:
        body = get_desk(code, DESK_KINDS["department"], standing_in(request))
    except Body.DoesNotExist as unknown:
        raise Http404 from unknown
    form = SubmissionMixin(request.POST)
    wanted = [name for name in request.POST.getlist("reference")[:MOST] if "\x00" not in name]
    if not form.is_valid() or not wanted:
        messages.warning(request, _("Tick what you take in, then press once."))
        return redirect(desk_path(body))

    def act() -> str:
        issues = Issue.objects.filter(held(body, received=False), reference__in=wanted)
        taken = take_in(issues, actor=user, now=now)
        said = ngettext(
            "{count} matter taken in; the residents have been told.",
            "{count} matters taken in; the residents have been told.",
            taken,
        )
        messages.success(request, said.format(count=taken))
        return desk_path(body)

    return redirect(once(form.submission_key, owner=owner_of(request), user=user, act=act))
