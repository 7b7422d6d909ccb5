from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse


def sitting(request: HttpRequest, uid: UUID) -> HttpResponse:
    raise Http404
