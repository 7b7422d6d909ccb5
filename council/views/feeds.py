"""Calendars to subscribe to, and the secret address of one's own."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from council.actions.feeds.end_feed import end_feed
from council.actions.feeds.make_feed import make_feed
from council.calendar.feed import Event, calendar_of
from council.calendar.token import token_of
from council.queries.feed import body_of_code, feed_of, key_of, person_of_feed
from council.queries.feed import feed as feed_for

# Programs that look more often than this are answered from what they have.
SECONDS = 60


@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """Of all, or with `?grid=CODE` of one grid or community."""
    now, code = timezone.now(), request.GET.get("grid", "")
    body = body_of_code(code) if code else None
    if code and body is None:
        raise Http404
    with translation.override(settings.LANGUAGE_CODE):
        name = _("Sittings: {body}").format(body=body.call_name) if body else _("Sittings")
        return _calendar(request, feed_for(now, body=body), name, now, public=True)


@require_safe
def mine(request: HttpRequest, token: str) -> HttpResponseBase:
    """Whoever has the address reads it; nobody is signed in, and no name stands in it."""
    person = person_of_feed(token)
    if person is None:
        raise Http404
    now = timezone.now()
    with translation.override(person.language):
        return _calendar(request, feed_of(person, now), _("My sittings"), now, public=False)


def _calendar(
    request: HttpRequest, events: list[Event], name: str, now: datetime, *, public: bool
) -> HttpResponseBase:
    content = calendar_of(events, name=name, now=now)
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["ETag"] = etag
    patch_cache_control(response, max_age=SECONDS, **{"public" if public else "private": True})
    return get_conditional_response(request, etag=etag, response=response) or response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def address(request: HttpRequest) -> HttpResponse:
    """Make one's own address, or end it; pressing twice does no harm."""
    person = request.user
    assert isinstance(person, User)
    if request.method == "POST":
        if "end" in request.POST:
            end_feed(actor=person)
            messages.success(request, _("The address is good no more."))
        else:
            make_feed(actor=person, now=timezone.now())
            messages.success(request, _("This is your address. Keep it to yourself."))
        return redirect("council:feed_address")
    key = key_of(person)
    mine = reverse("council:my_feed", args=[token_of(key.uid)]) if key else ""
    context = {
        "mine": f"{settings.SITE_URL}{mine}" if mine else "",
        "everybody": f"{settings.SITE_URL}{reverse('council:feed')}",
    }
    return render(request, "council/calendar.html", context)
