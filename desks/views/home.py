"""The home page: what one can do, what goes on in one's grid, what was solved, the numbers."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.own_paths import own_path
from council.presentation.calls import row_of_call
from council.presentation.sittings import card_of as card_of_sitting
from council.queries.calls import open_calls_for
from council.queries.sittings import next_of_place
from desks.forms.grid import GridForm
from desks.queries.home import home_of
from desks.views.news import watch_of_home
from grids.queries.whereabouts import GRID_COOKIE, YEAR, community_of_request
from issues.addresses import address_of_confirming
from issues.presentation.card import card_of
from issues.presentation.matter import title_of
from issues.presentation.money import yuan
from issues.queries.awaited_words import owed_by


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    place = community_of_request(request)
    if place is None:
        return render(request, "desks/home.html", {"place": None, "owed": _owed(request)})
    found = home_of(place)
    now, here = timezone.now(), place.grid or place.community
    today = timezone.localdate(now)
    context = {
        "place": place,
        "owed": _owed(request),
        "news": watch_of_home(request, place, found.talked_about),
        "cards": [card_of(issue, now) for issue in found.talked_about],
        "solved": found.solved,
        "numbers": found.numbers,
        "money": yuan(found.numbers.money),
        "sittings": [card_of_sitting(meeting, now) for meeting in next_of_place(here, now=now)],
        "calls": [row_of_call(call, today) for call in open_calls_for(here, day=today)],
    }
    return render(request, "desks/home.html", context)


def _owed(request: HttpRequest) -> list[dict[str, str]]:
    """The matters that wait for nothing but the reader's own word."""
    return [
        {"title": title_of(issue, inside=True), "url": address_of_confirming(issue)}
        for issue in owed_by(request.user)
    ]


@require_POST
def choose_grid(request: HttpRequest) -> HttpResponse:
    """Remember the grid in this browser for a year; an unknown one is simply not remembered.

    Only a cookie is written, the same at every sending, so no submission is stored.
    """
    form = GridForm(request.POST)
    response = redirect(own_path(request.POST.get("next", ""), request) or "/")
    if form.is_valid():
        code = form.cleaned_data["grid"]
        response.set_cookie(
            GRID_COOKIE,
            code,
            max_age=YEAR,
            samesite="Lax",
            secure=settings.HTTPS,
            httponly=True,
        )
    return response
