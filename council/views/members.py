"""What can be done to a member's term."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from acting.views.drive import drive
from council.forms.members import MEMBER_FORMS
from council.queries.subjects import member_subject
from council.views.act_page import CouncilActPage


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, code: str, uid: UUID, act: str) -> HttpResponse:
    form_class = next((form for known, form in MEMBER_FORMS.items() if known == act), None)
    if form_class is None:
        raise Http404
    page = CouncilActPage(
        request, form_class, lambda viewer, now: member_subject(uid, viewer, now=now)
    )
    return drive(page)
