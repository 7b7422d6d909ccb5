"""Tell browsers apart before anybody has signed in."""

from hashlib import sha256

from django.http import HttpRequest


def visitor_of(request: HttpRequest) -> str:
    """A digest of the session's key; the key itself would let its reader in.

    Starts a session if there is none. Sign-in changes the key, so what was kept under the digest
    is carried over by `accounts.sign_in.on_signed_in`.
    """
    if request.session.session_key is None:
        request.session.create()
    return sha256(str(request.session.session_key).encode()).hexdigest()
