"""A venue's poster: one A4 page with a code to scan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from grids.presentation.scan_code import address_in_words, scan_code
from grids.queries.people import post_holders_for
from grids.queries.where import venue_by_code
from grids.views.venues import unknown
from ledger.queries.heads import newest_head


@require_safe
def poster(request: HttpRequest, code: str) -> HttpResponse:
    venue = venue_by_code(code)
    if venue is None:
        return unknown(request, code)
    path = reverse("grids:poster_link", args=[venue.code])
    context = {
        "venue": venue,
        "address": address_in_words(path),
        "drawing": scan_code(path, "poster-code"),
        "people": post_holders_for(request, [venue.grid_id])[venue.grid_id],
        "head": newest_head(),
    }
    return render(request, "grids/poster.html", context)
