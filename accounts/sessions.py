"""Sessions of a form that is sent twice: the first sending keeps its session, the second joins."""

from __future__ import annotations

from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest

# The number of the device, by which a session is found again whose key was renewed.
DEVICE = "device_number"


def keep_session(session: SessionBase) -> None:
    """Save it in the transaction that spends a code: another sending of the code finds both.

    A person who was signed out elsewhere meanwhile has proved nothing.
    """
    try:
        session.save()
    except UpdateError:
        raise SessionInterrupted("The session was ended while a code was proved.") from None


def take_session(request: HttpRequest, key: str) -> bool:
    """Go on in the session with this key: the browser has kept no other answer. False if it ended.

    Only for whoever has just proved that it is theirs.
    """
    session = type(request.session)(key or None)
    if not key or not session.exists(key):
        return False
    request.session = session
    session.modified = True
    return True
