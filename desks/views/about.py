"""How it works, what is kept of people, whom to turn to, and what robots may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from desks.presentation.class_clocks import classes_at
from grids.enums import PublicTextKind
from grids.queries.texts import text_of
from grids.queries.whereabouts import Whereabouts, community_of_request

DAY = 24 * 3600
# What names nobody and changes for nobody; all else is public, but is no robot's to gather.
ROBOTS = """\
User-agent: *
Allow: /$
Allow: /how/
Allow: /venues/
Allow: /councils/
Allow: /record/
Disallow: /
"""


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/about/how.html", {"classes": classes_at(timezone.now())})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _page(request, "desks/about/privacy.html", PublicTextKind.PRIVACY)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    return _page(request, "desks/about/contact.html", PublicTextKind.CONTACT)


def _page(request: HttpRequest, template: str, kind: PublicTextKind) -> HttpResponse:
    place: Whereabouts | None = community_of_request(request)
    own = text_of(place.community if place else None, kind)
    return render(request, template, {"place": place, "own_text": own})


@require_safe
@cache_control(public=True, max_age=DAY)
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """For what asks for the icon without reading the page."""
    return redirect(static("icons/pavilion-180.png"))
