"""Whose a sending or a draft is: a person's, or a browser session's before sign-in."""

from hashlib import sha256

from django.http import HttpRequest


def owner_of(request: HttpRequest) -> str:
    """`user:<id>` or `session:<digest>`; begins a session where there is none.

    The digest keeps the session key, which is a credential, out of other tables. It changes at
    sign-in: `accounts.sign_in.on_signed_in` tells who must carry something over.
    """
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    if request.session.session_key is None:
        request.session.create()
    return f"session:{sha256(str(request.session.session_key).encode()).hexdigest()}"
