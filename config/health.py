"""Tells proxies whether this process can serve, and who watches whether the engine does, too."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from issues.queries.waiting import oldest_waits


@never_cache
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """503 while the database does not answer; it uses no session, user or template."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unreachable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """503 while what is due is not looked at, too, with the seconds that the oldest has waited.

    For whoever watches the machine. A proxy asks for `health`: pages are well meanwhile.
    """
    try:
        waits = oldest_waits()
    except DatabaseError:
        return HttpResponse("database unreachable\n", status=503, content_type="text/plain")
    said = "".join(f"{one.what} {one.seconds}\n" for one in waits) or "nothing waits\n"
    status = 503 if any(one.is_too_long for one in waits) else 200
    return HttpResponse(said, status=status, content_type="text/plain")
