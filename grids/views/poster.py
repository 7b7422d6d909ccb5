"""A venue's poster: one A4 page with a code to scan."""

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from grids.queries.people import post_holders_for
from grids.queries.where import venue_by_code
from grids.views.venues import unknown
from ledger.queries.heads import newest_head


@require_safe
def poster(request: HttpRequest, code: str) -> HttpResponse:
    venue = venue_by_code(code)
    if venue is None:
        return unknown(request, code)
    address = f"{settings.SITE_URL}{reverse('grids:poster_link', args=[venue.code])}"
    drawing = segno.make(address, error="q", micro=False).svg_inline(
        border=2, omitsize=True, svgclass="poster-code", lineclass=None, dark="#282219"
    )
    context = {
        "venue": venue,
        "address": address.removeprefix("https://").removeprefix("http://"),
        # Drawn from our own address; segno writes attributes only, no style.
        "drawing": mark_safe(drawing),  # noqa: S308
        "people": post_holders_for(request, [venue.grid_id])[venue.grid_id],
        "head": newest_head(),
    }
    return render(request, "grids/poster.html", context)
