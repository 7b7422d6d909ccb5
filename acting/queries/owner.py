"""Whose a sending or a draft is: a person's, or a browser session's before sign-in."""

from django.http import HttpRequest

from accounts.queries.visitor import visitor_of


def owner_of(request: HttpRequest) -> str:
    """`user:<id>` or `session:<digest of its key>`; begins a session where there is none."""
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return f"session:{visitor_of(request)}"
