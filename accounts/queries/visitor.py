"""Who a browser is before anybody has signed in on it."""

from hashlib import sha256

from django.http import HttpRequest


def visitor_of(request: HttpRequest) -> str:
    """A digest of the session's key, which is a credential and stays out of other tables.

    Begins a session where there is none. It changes at sign-in: `accounts.sign_in.on_signed_in`
    tells who must carry something over.
    """
    if request.session.session_key is None:
        request.session.create()
    return sha256(str(request.session.session_key).encode()).hexdigest()
