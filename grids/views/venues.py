"""Where to talk: the venues of a community, one venue, and the link on its poster."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from grids.middleware import standing_in
from grids.models import Venue
from grids.queries.people import post_holders_for
from grids.queries.plan import plan_of
from grids.queries.venues import community_venues
from grids.queries.where import venue_by_code
from grids.talks import way_to_talk

RAISE = "/raise/"


@require_safe
def venue_list(request: HttpRequest) -> HttpResponse:
    found = community_venues(code=request.GET.get("community", ""), user_id=request.user.pk)
    plan = None
    if found.community is not None:
        plan = plan_of(
            found.community,
            grids=[grid for grid, _ in found.grids],
            venues=found.venues,
            venue_href=lambda venue: reverse("grids:venue", args=[venue.code]),
        )
    return render(request, "grids/venues.html", {"found": found, "plan": plan})


@require_safe
def venue_page(request: HttpRequest, code: str) -> HttpResponse:
    venue = venue_by_code(code)
    if venue is None:
        return unknown(request, code)
    context = {
        "venue": venue,
        "people": post_holders_for(request, [venue.grid_id])[venue.grid_id],
        "raise_href": raise_address(venue),
        "talk_href": way_to_talk(venue, standing_in(request), now=timezone.now()),
    }
    return render(request, "grids/venue.html", context)


@require_safe
def poster_link(request: HttpRequest, code: str) -> HttpResponse:
    """The QR code on a poster opens this: raise a matter, with the venue already filled in."""
    venue = venue_by_code(code)
    if venue is None:
        return unknown(request, code)
    return redirect(raise_address(venue))


def raise_address(venue: Venue) -> str:
    return f"{RAISE}?{urlencode({'venue': venue.code})}"


def unknown(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "grids/unknown_venue.html", {"code": code}, status=404)
