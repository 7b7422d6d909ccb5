"""Papers of a sitting, each to be printed on A4."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from council.enums.minutes import SheetKind
from council.presentation.papers import paper_context
from council.queries.papers import pack_for
from council.queries.viewer import viewer_of
from grids.middleware import standing_in

SHEETS: Mapping[str, SheetKind] = {kind.value.replace("_", "-"): kind for kind in SheetKind}


@never_cache
@require_safe
def paper(request: HttpRequest, uid: UUID, sheet: str) -> HttpResponse:
    kind, now = SHEETS.get(sheet), timezone.now()
    if kind is None:
        raise Http404
    viewer = viewer_of(standing_in(request), now=now)
    pack = pack_for(uid, kind, viewer, now=now)
    if pack is None:
        raise Http404
    return render(request, f"council/print/{kind.value}.html", paper_context(pack, kind))
