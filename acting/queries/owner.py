"""Who owns a sent form or a draft: a person, or before sign-in a browser session."""

from django.http import HttpRequest

from accounts.queries.visitor import visitor_of


def owner_of(request: HttpRequest) -> str:
    """`user:<id>` or `session:<digest of its key>`; starts a session if there is none."""
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return f"session:{visitor_of(request)}"
