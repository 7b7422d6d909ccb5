"""What is new on a page that stands open; where nothing is, `notifications.middleware` says so."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from accounts.models import User
from notifications.news import News, answer_for
from notifications.queries.happenings import happened_since, version_of
from notifications.version import Version
from notifications.watching import watch_of

ADDRESS = "/notices/news/"


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Say what is new: `?of=` names the page, `&since=` the version it shows.

    410 and 403 tell the script to ask no further: the page is too old, or another person's by now.
    """
    watch = watch_of(request.GET.get("of", ""))
    answer = None if watch is None else answer_for(watch.page)
    if watch is None or answer is None:
        return HttpResponse(status=HTTPStatus.GONE)
    person = request.user.pk if isinstance(request.user, User) else None
    if person != watch.person_id:
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    version = version_of(watch.places)
    happened = happened_since(watch.places, Version.read(request.GET.get("since", "")))
    found = answer(request, watch.about, happened) if happened else News()
    if found is None:
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    response = JsonResponse({"version": str(version), "count": found.count, "words": found.words})
    response["ETag"] = f'"{version}"'
    response["Cache-Control"] = "no-store"
    return response
