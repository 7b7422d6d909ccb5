"""Where to go next, as a form or an address says: only to a page of ours."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def own_path(said: str, request: HttpRequest) -> str:
    """`said`, if it is a path of this site; otherwise "".

    A path with a sign that shows nothing, such as a NUL, is none: no page of ours has it, and the
    database could not keep it.
    """
    ours = url_has_allowed_host_and_scheme(
        said, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return said if ours and said.startswith("/") and said.isprintable() else ""
