"""Pages for what went wrong, in plain words: what happened, what is kept, what to do now."""

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from accounts.preferences import LARGE_PRINT_COOKIE

# Shown if not even the frame of the page can be rendered.
BARE = (
    '<!doctype html><html lang="zh-hans"><meta charset="utf-8"><title>议事亭</title>'
    "<h1>出了点问题，请过几分钟再试。</h1>"
    '<p lang="en">Something went wrong. Please try again in a few minutes.</p>'
    '<p><a href="/">议事亭</a></p></html>'
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return too_large(request, exception)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Rendered without the request's context, since reading its form again would raise again."""
    return bare(request, "errors/413.html", status=413)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without the request's context, so that a lost database can't break it too."""
    try:
        return bare(request, "errors/500.html", status=500)
    except Exception:
        return HttpResponse(BARE, status=500)


def bare(request: HttpRequest, template: str, *, status: int) -> HttpResponse:
    """Render a page from nothing of the request but its cookies."""
    large_print = request.COOKIES.get(LARGE_PRINT_COOKIE) == "1"
    return HttpResponse(render_to_string(template, {"large_print": large_print}), status=status)
